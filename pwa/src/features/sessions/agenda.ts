/** Sessions as an agenda: what comes and what was, by month, and what a new one is likely to be. Pure. */
import { coming, endOf, type Planned } from "../../records/due";
import { type Moment, momentOf } from "./moment";

export interface Month<S> {
  month: string;
  sessions: S[];
}

export function ahead<S extends Planned>(sessions: readonly S[], now: Date): Month<S>[] {
  return byMonth(coming(sessions, now));
}

export function behind<S extends Planned>(sessions: readonly S[], now: Date): Month<S>[] {
  const past = sessions.filter((one) => endOf(one) <= now.getTime());
  return byMonth(past.sort((a, b) => endOf(b) - endOf(a)));
}

/** A new session is likely where and when the last one was, two weeks on; the first one, tomorrow afternoon. */
export function likely(sessions: readonly Planned[], community: string, now: Date): { moment: Moment; place: string } {
  const held = sessions.filter(({ fields }) => fields.community === community && fields.starts && !fields.cancelled);
  const last = held.sort((a, b) => endOf(b) - endOf(a))[0];
  if (!last?.fields.starts)
    return { moment: { ...momentOf(tomorrow(now), undefined), from: "14:00", until: "15:15" }, place: "" };
  const moment = momentOf(last.fields.starts, last.fields.ends);
  return { moment: { ...moment, day: fortnightAfter(moment.day, now) }, place: last.fields.place ?? "" };
}

/** The number a new session of this community gets. */
export function numberOf(sessions: readonly Planned[], community: string): number {
  const numbers = sessions
    .filter(({ fields }) => fields.community === community)
    .map(({ fields }) => fields.number ?? 0);
  return Math.max(0, ...numbers) + 1;
}

function byMonth<S extends Planned>(sessions: readonly S[]): Month<S>[] {
  const months: Month<S>[] = [];
  for (const session of sessions) {
    const month = monthOf(session);
    const last = months.at(-1);
    if (last?.month === month) last.sessions.push(session);
    else months.push({ month, sessions: [session] });
  }
  return months;
}

/** "2026-12", by the calendar of here. */
function monthOf({ fields }: Planned): string {
  const at = new Date(fields.starts ?? "");
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}`;
}

function tomorrow(now: Date): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 14).toISOString();
}

/** Two weeks on, and again two weeks until it lies ahead. Noon, so that a summer hour moves nothing. */
function fortnightAfter(day: string, now: Date): string {
  const next = new Date(`${day}T12:00`);
  do next.setDate(next.getDate() + 14);
  while (next <= now);
  return momentOf(next.toISOString(), undefined).day;
}
