/** Who was there. Everybody is, until tapped away; the rest is written down when the logboek is handed in. */
import { derivedId } from "../../records/ids";
import type { Member } from "../../records/people";

export type Presence = "present" | "absent" | "late";

export interface Noted {
  fields: { session?: string; member?: string; state?: Presence };
}

export interface AttendanceWrite {
  id: string;
  scope: string;
  fields: { session: string; member: string; state: Presence };
  known: boolean;
}

/** What stands for each member: what was noted, else present. */
export function presence(
  members: readonly Member[],
  noted: readonly Noted[],
  session: string | undefined,
): Map<string, Presence> {
  const here = noted.filter((one) => session !== undefined && one.fields.session === session);
  const states = new Map(here.map((one) => [one.fields.member, one.fields.state]));
  return new Map(members.map(({ member }) => [member, states.get(member) ?? "present"]));
}

/** One tile tapped: its attendance in one write, known or new. The id follows from session and member: at most one. */
export function note(session: string, member: string, state: Presence, noted: readonly Noted[]): AttendanceWrite {
  return {
    id: derivedId("attendance", [session, member]),
    scope: `member:${member}:record`,
    fields: { session, member, state },
    known: noted.some((one) => one.fields.session === session && one.fields.member === member),
  };
}

/** On handing in: everybody of whom nothing was noted was there. When nobody came, nobody was, whatever was tapped before. */
export function noteTheRest(
  session: string,
  members: readonly Member[],
  noted: readonly Noted[],
  nobody: boolean,
): AttendanceWrite[] {
  const states = presence(members, noted, session);
  return members
    .map(({ member }) => note(session, member, nobody ? "absent" : "present", noted))
    .filter((write) => !write.known || (nobody && states.get(write.fields.member) !== "absent"));
}

/** How many were there, those who came late too. */
export function heads(states: ReadonlyMap<string, Presence>): number {
  return [...states.values()].filter((state) => state !== "absent").length;
}
