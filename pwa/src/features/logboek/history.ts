/** One's own logboeken as a list: drafts first, then newest first, and searched through every word of them. */
import { plain } from "../../i18n/plain";
import type { AnswerLine } from "../../records/answers";
import { type Entry, handedIn, mine } from "../../records/reading";

interface Dated extends Entry {
  fields: Entry["fields"] & { on?: string; community?: string };
}

/** What this person wrote, alone or with others: drafts first, both parts newest first. */
export function ownHistory<E extends Dated>(all: readonly E[], person: string): E[] {
  const late = (entry: E) => `${handedIn(entry) ? 0 : 1}${entry.fields.on ?? ""}${entry.id}`;
  return all.filter((entry) => mine(entry, person)).sort((a, b) => late(b).localeCompare(late(a)));
}

/** What this person wrote about the same community before this one, newest first; versions of this one are not before it. */
export function earlierThan<E extends Dated>(entry: E, all: readonly E[], person: string): E[] {
  const key = (one: E) => `${one.fields.on ?? ""}${one.id}`;
  return ownHistory(all, person)
    .filter((one) => one.fields.community === entry.fields.community && one.id !== entry.fields.version_of)
    .filter((one) => key(one) < key(entry))
    .sort((a, b) => key(b).localeCompare(key(a)));
}

/** Every word on the screen of an entry, for searching: questions are left out, they are in all of them. */
export function wordsOf(lines: readonly AnswerLine[], more: readonly (string | undefined)[]): string {
  const answers = lines.flatMap((line) => [...line.chosen.map((chip) => chip.label), line.text]);
  return plain([...more, ...answers].filter(Boolean).join(" "));
}

/** Each word asked for must be there, in any order, accents and capitals aside. */
export function matches(words: string, query: string): boolean {
  return plain(query)
    .split(/\s+/)
    .every((part) => words.includes(part));
}
