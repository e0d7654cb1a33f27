/** What a session is called on Vandaag, and when it was. */
import { shortDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import type { Planned } from "../../records/due";
import { communityOf } from "../../records/hats";
import { me } from "../../store/me";

export function sessionName(session: Planned | undefined): string {
  const words = t().moments;
  const { kind = "community", number, title } = session?.fields ?? {};
  if (title) return title;
  const talk = isTalk(session);
  if (number && (talk || kind === "community")) return talk ? words.talk(number) : words.session(number);
  return (talk ? words.kinds.individual : words.kinds[kind]) ?? "";
}

export function sessionWhen(session: Planned | undefined, on?: string): string {
  const day = session?.fields.starts ?? on;
  return day ? shortDay(day) : "";
}

export function isTalk(session: Planned | undefined): boolean {
  return session?.fields.kind === "individual" || communityOf(me.value, session?.fields.community)?.kind === "pair";
}

/** The group's name, for who has more than one. */
export function groupName(community: string | undefined): string | undefined {
  const several = (me.value?.communities.length ?? 0) > 1;
  return several ? communityOf(me.value, community)?.name : undefined;
}
