/** A day and two times as one fills them in, and the instants they are: with the offset of the place where one is. */

export interface Moment {
  day: string;
  from: string;
  until: string;
}

/** "2026-12-08T14:00:00+01:00": another phone in another zone still sees what was meant here. */
export function instant(day: string, clock: string): string {
  const minutes = -new Date(`${day}T${clock}`).getTimezoneOffset();
  const two = (part: number) => String(Math.trunc(part)).padStart(2, "0");
  const ahead = Math.abs(minutes);
  return `${day}T${clock}:00${minutes < 0 ? "-" : "+"}${two(ahead / 60)}:${two(ahead % 60)}`;
}

export function spanOf({ day, from, until }: Moment): { starts: string; ends: string } {
  return { starts: instant(day, from), ends: instant(day, until) };
}

/** Back to what one fills in. */
export function momentOf(starts: string, ends: string | undefined): Moment {
  const from = new Date(starts);
  const until = ends ? new Date(ends) : new Date(from.getTime() + HOUR);
  return { day: dayOf(from), from: clockOf(from), until: clockOf(until) };
}

export type Flaw = "needsDay" | "endsBefore" | null;

export function flawOf({ day, from, until }: Moment): Flaw {
  if (!day || !from || !until) return "needsDay";
  return until <= from ? "endsBefore" : null;
}

/** The start moved: the end moves along, so that it lasts as long as before. */
export function startingAt(moment: Moment, from: string): Moment {
  if (!from || !moment.from || !moment.until) return { ...moment, from };
  const until = Math.min(minutesOf(moment.until) + minutesOf(from) - minutesOf(moment.from), 23 * 60 + 59);
  return { ...moment, from, until: until > minutesOf(from) ? clock(until) : moment.until };
}

const HOUR = 3_600_000;
const two = (part: number) => String(part).padStart(2, "0");
const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const clockOf = (at: Date) => clock(at.getHours() * 60 + at.getMinutes());
const dayOf = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
