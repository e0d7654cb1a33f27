/** What a logboek is called on the screen: "Sessie 5 · dinsdag 24 nov", and the quiet line below it. */
import { day, shortDay, timeSpan } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { isTalk, type World } from "./world";

/** "Sessie 5", "Gesprek 2", or the session's own name. */
export function nameOfSession(world: World): string {
  const words = t().logboek;
  const { title, number } = world.session?.fields ?? {};
  if (title) return title;
  if (isTalk(world)) return number ? words.talk(number) : words.talkPlain;
  return number ? words.session(number) : words.sessionPlain;
}

export function titleOf(world: World): string {
  const { on } = world.entry.fields;
  return on ? `${nameOfSession(world)} · ${day(on)}` : nameOfSession(world);
}

export function shortTitleOf(world: World): string {
  const { on } = world.entry.fields;
  return on ? `${nameOfSession(world)} · ${shortDay(on)}` : nameOfSession(world);
}

/** The group or the person, the place, the hours: as far as they are known. */
export function subOf(world: World): string {
  const { place, starts, ends } = world.session?.fields ?? {};
  const who = isTalk(world) ? world.members.map(({ name }) => name).join(", ") : (world.community?.name ?? "");
  return [who, place, starts && timeSpan(starts, ends)].filter(Boolean).join(" · ");
}
