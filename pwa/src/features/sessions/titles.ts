/** What a session is called: "Sessie 5", "Gesprek 2", "Intervisie", or its own name. */
import { timeSpan } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { communityOf } from "../../records/hats";
import { me } from "../../store/me";
import type { Session } from "./sessions";

export function nameOf(session: Session): string {
  const words = t().moments;
  const { kind = "community", number, title } = session.fields;
  if (title) return title;
  const talk = isTalk(session);
  if (number && (talk || kind === "community")) return talk ? words.talk(number) : words.session(number);
  return (talk ? words.kinds.individual : words.kinds[kind]) ?? words.kinds.community ?? "";
}

export function isTalk({ fields }: Session): boolean {
  return fields.kind === "individual" || communityOf(me.value, fields.community)?.kind === "pair";
}

/** "14:00–15:15 · lokaal 3.12 · groep SW1C": the group only for who has more than one. */
export function lineOf({ fields }: Session): string {
  const several = (me.value?.communities.length ?? 0) > 1;
  const group = several ? communityOf(me.value, fields.community)?.name : undefined;
  return [fields.starts && timeSpan(fields.starts, fields.ends), fields.place, group].filter(Boolean).join(" · ");
}
