/** Handing in, taking back, a new version: which records change and how. Pure; `logboek.ts` carries it out. */
import { type Asks, everyQuestion } from "../../records/answers";
import type { Member } from "../../records/people";
import { type AttendanceWrite, type Noted, noteTheRest } from "./attendance";
import { type Changes, noLongerAsked } from "./taps";

export interface Draft {
  id: string;
  fields: Readonly<Record<string, unknown>>;
}

export interface HandingIn {
  entry: Draft;
  session: string;
  coaching: string;
  template: Asks & { key?: string };
  /** Every template of the programme: taps that only another variant asks for are cleared. */
  templates: readonly Asks[];
  members: readonly Member[];
  noted: readonly Noted[];
  now: Date;
}

export interface HandedIn {
  scope: string;
  set: Changes;
  attendance: AttendanceWrite[];
}

/** The move to the coaching, and the attendance of everybody nothing was noted of. */
export function handingIn({ entry, session, coaching, template, templates, members, noted, now }: HandingIn): HandedIn {
  return {
    scope: `coaching:${coaching}`,
    set: {
      ...noLongerAsked(templates.flatMap(everyQuestion), template, entry.fields),
      ...(entry.fields.session === session ? {} : { session }),
      handed_in: entry.fields.handed_in ?? now.toISOString(),
    },
    attendance: noteTheRest(session, members, noted, template.key === "logboek.nobody"),
  };
}

/** The fields of a new version: the same words, a record of its own that names the one it follows. */
export function nextVersion(entry: Draft): Record<string, unknown> {
  const { handed_in: _, ...fields } = entry.fields;
  return { ...fields, version_of: entry.id };
}

/** The session that a logboek without a planned one hangs on: it ended just now, and attendance needs it. */
export function unplanned(community: { id: string; kind: string }, number: number, now: Date): Record<string, unknown> {
  const quarter = 15 * 60_000;
  const ends = Math.floor(now.getTime() / quarter) * quarter;
  const at = (moment: number) => new Date(moment).toISOString();
  return { kind: "community", community: community.id, number, starts: at(ends - 4 * quarter), ends: at(ends) };
}

/** The number of the next session of a community. */
export function nextNumber(
  sessions: readonly { fields: { community?: string; number?: number } }[],
  community: string,
): number {
  const numbers = sessions
    .filter(({ fields }) => fields.community === community)
    .map(({ fields }) => fields.number ?? 0);
  return Math.max(0, ...numbers) + 1;
}
