/** What a logboek is called for its readers, and one line about it. */
import { language } from "../../i18n/language";
import { t } from "../../i18n/t";
import { communityOf } from "../../records/hats";
import { templateOf } from "../../records/templates";
import { all, one, type Shown } from "../../store/live";
import { me } from "../../store/me";
import { presentOf } from "./around";
import type { Line } from "./review";
import { attendance, communityName, type Entry, known } from "./world";

export function isTalk(entry: Entry): boolean {
  return entry.fields.template === "logboek.talk" || communityOf(me.value, entry.fields.community)?.kind === "pair";
}

/** "Sessie 5 · groep SW1C" */
export function titleOf(entry: Entry): string {
  const session = sessionOf(entry);
  return [sessionName(session, isTalk(entry)), communityName(entry.fields.community)].filter(Boolean).join(" · ");
}

export function sessionOf(entry: Entry): Shown<"session"> | undefined {
  return entry.fields.session ? one("session", entry.fields.session).value : undefined;
}

export function sessionName(session: Shown<"session"> | undefined, talk = false): string {
  const words = t().review;
  const { number, title } = session?.fields ?? {};
  if (title) return title;
  if (talk) return number ? words.talk(number) : words.talkPlain;
  return number ? words.session(number) : words.sessionPlain;
}

export function moodOf(entry: Entry): string | undefined {
  const template = templateOf(entry.fields, all("template").value);
  const faces = template.questions?.find(({ id }) => id === "mood");
  return faces?.options?.find(({ id }) => id === String(entry.fields.mood))?.[language.value];
}

/** "Bram · 6 van 8 · ging fijn"; what asks for attention takes the place of the rest. */
export function lineOf({ entry, ...line }: Line<Entry>): string {
  return [known(entry.author), state(entry, line) ?? facts(entry)].filter(Boolean).join(" · ");
}

function state(entry: Entry, line: Omit<Line<Entry>, "entry">): string | undefined {
  const words = t().review;
  if (line.reading === "changed") return words.changedShort;
  if (line.replaced) return words.older;
  if (line.done) return words.doneShort;
  if (line.answered) return words.answered;
  if (line.asked) return words.waitsFor(known(entry.author));
  return entry.fields.version_of ? words.newVersion : undefined;
}

function facts(entry: Entry): string {
  const words = t().review;
  const mood = moodOf(entry);
  const present = isTalk(entry) ? undefined : presentOf(attendance.value, entry.fields.session);
  if (entry.fields.template === "logboek.nobody") return words.nobody;
  return [present && words.ofAll(present.there, present.all), mood && words.went(mood)].filter(Boolean).join(" · ");
}
