/** What the pages of reviewing look at, read live: each is reckoned once for all lines, not once a line. */
import { computed } from "@preact/signals";
import { stillOpen } from "../../records/due";
import { grouped } from "../../records/grouped";
import { communityOf } from "../../records/hats";
import { nameOf } from "../../records/people";
import { receiptsOf } from "../../records/receipts";
import { all, type Shown } from "../../store/live";
import { me } from "../../store/me";
import { type Line, linesFor, said } from "./review";

export type Entry = Shown<"logboek">;

export const myself = (): string => me.value?.person.id ?? "";

export const conversations = computed(() => said(all("review").value, all("comment").value));

export const attendance = computed(() => grouped(all("attendance").value, ({ fields }) => fields.session));

export const lines = computed<Line<Entry>[]>(() => {
  const scopes = me.value?.scopes ?? {};
  const reviews = (scope: string) => scopes[scope]?.write.includes("review") ?? false;
  const receipts = receiptsOf(all("receipt").value, myself());
  return linesFor(all("logboek").value, conversations.value, receipts, { person: myself(), reviews });
});

/** Sessions over 48 hours ago without a logboek, in the communities whose logboeken one reads. */
export const late = computed(() => {
  const scopes = me.value?.scopes ?? {};
  const read = (me.value?.communities ?? []).filter(({ coachings }) =>
    coachings.some(({ id }) => scopes[`coaching:${id}`]?.write.includes("review")),
  );
  const ids = read.map(({ id }) => id);
  return stillOpen(all("session").value, all("logboek").value, ids, new Date());
});

const names = computed(() => {
  const people = all("person").value;
  const known = new Map<string, string>();
  return (person: string) => {
    const name = known.get(person) ?? nameOf(people, person) ?? "";
    known.set(person, name);
    return name;
  };
});

/** A first name; empty for somebody who is no longer listed. */
export const known = (person: string): string => names.value(person);

/** Who coaches a community now, by first name. */
export function coachesOf(community: string | undefined, now: Date): string[] {
  const coaches = all("person").value.filter(
    ({ scope, fields }) =>
      scope === `agenda:${community}` && fields.role === "coach" && (!fields.until || now < new Date(fields.until)),
  );
  return coaches.map(({ fields }) => known(fields.person ?? ""));
}

export const communityName = (id: string | undefined): string | undefined => communityOf(me.value, id)?.name;

/** Everything the pages need is in memory; asked for in one go, so that nothing is drawn half. */
export function ask(): void {
  for (const kind of KINDS) all(kind).value;
}

const KINDS = ["logboek", "session", "attendance", "review", "comment", "receipt", "person", "template"] as const;
