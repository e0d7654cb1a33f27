/** Days and times as people say them: "dinsdag 8 december, 14:00" and "Tuesday 8 December, 14:00". */
import { type Language, language } from "./language";

/** A day alone ("2026-12-08") is that day wherever one is; an instant is shown in the phone's own time. */
export type When = Date | string;

const LOCALE: Record<Language, string> = { nl: "nl-NL", en: "en-GB" };
const formats = new Map<string, Intl.DateTimeFormat>();

/** "dinsdag 8 december"; with the year when it is not this one. */
export function longDay(when: When): string {
  return join(when, { weekday: "long", day: "numeric", month: "long", ...yearIfOther(when) });
}

/** "dinsdag 8 dec": for a title that has more to say. */
export function day(when: When): string {
  return join(when, { weekday: "long", day: "numeric", month: "short", ...yearIfOther(when) });
}

/** "di 8 dec" */
export function shortDay(when: When): string {
  return join(when, { weekday: "short", day: "numeric", month: "short", ...yearIfOther(when) });
}

/** "14:00", as the phone's own clock has it: "14.00" reads as a date or as a room. */
export function time(when: When): string {
  return format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, dateOf(when));
}

/** "14:00–15:15"; without an end only the start. */
export function timeSpan(from: When, until?: When | null): string {
  return until ? `${time(from)}–${time(until)}` : time(from);
}

/** "dinsdag 8 december, 14:00" */
export function longDayTime(when: When): string {
  return `${longDay(when)}, ${time(when)}`;
}

/** For something recent: "16:42" today, "di 16:42" this week, else "di 8 dec". */
export function dayTime(when: When, now: Date = new Date()): string {
  const days = daysBetween(now, dateOf(when));
  if (days === 0) return time(when);
  return Math.abs(days) < 7 ? `${join(when, { weekday: "short" })} ${time(when)}` : shortDay(when);
}

/** "vandaag", "morgen", "over 3 dagen", "2 weken geleden": always in whole days. */
export function relative(when: When, now: Date = new Date()): string {
  const days = daysBetween(now, dateOf(when));
  const words = new Intl.RelativeTimeFormat(LOCALE[language.value], { numeric: "auto" });
  if (Math.abs(days) < 14) return words.format(days, "day");
  return Math.abs(days) < 60
    ? words.format(Math.round(days / 7), "week")
    : words.format(Math.round(days / 30), "month");
}

/** "2026-12-08": the day of an instant on this phone, as records write it. */
export function dayOf(when: When): string {
  const date = dateOf(when);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => `${part}`.padStart(2, "0")).join("-");
}

/** Sentence case: "Dinsdag 8 december". */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Whole days from one to the other by the calendar, so that a summer hour changes nothing. */
function daysBetween(from: Date, to: Date): number {
  const noon = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((noon(to) - noon(from)) / 86_400_000);
}

function dateOf(when: When): Date {
  if (when instanceof Date) return when;
  return /^\d{4}-\d\d-\d\d$/.test(when) ? new Date(`${when}T00:00`) : new Date(when);
}

function yearIfOther(when: When): Intl.DateTimeFormatOptions {
  return dateOf(when).getFullYear() === new Date().getFullYear() ? {} : { year: "numeric" };
}

/** The parts without the commas that some locales put between them. */
function join(when: When, options: Intl.DateTimeFormatOptions): string {
  return format(options, dateOf(when)).replaceAll(",", "");
}

function format(options: Intl.DateTimeFormatOptions, date: Date): string {
  const key = language.value + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALE[language.value], options);
  formats.set(key, known);
  return known.format(date);
}
