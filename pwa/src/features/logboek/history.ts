/** One's own logboeken as a list: drafts first, then newest first, and searched through every word of them. */
import { plain } from "../../i18n/plain";
import type { AnswerLine } from "../../records/answers";
import { type Entry, handedIn, mine } from "../../records/reading";

interface Dated extends Entry {
  fields: Entry["fields"] & { on?: string; community?: string };
}

/** What this person wrote, alone or with others: drafts first, both parts newest first. */
export function ownHistory<E extends Dated>(all: readonly E[], person: string): E[] {
  return latestFirst(
    all.filter((entry) => mine(entry, person)),
    (entry) => `${handedIn(entry) ? 0 : 1}${entry.fields.on ?? ""}${entry.id}`,
  );
}

/** What this person wrote about the same community before this one, newest first; versions of this one are not before it. */
export function earlierThan<E extends Dated>(entry: E, all: readonly E[], person: string): E[] {
  const key = (one: E) => `${one.fields.on ?? ""}${one.id}`;
  const before = all
    .filter((one) => one.fields.community === entry.fields.community && one.id !== entry.fields.version_of)
    .filter((one) => mine(one, person) && key(one) < key(entry));
  return latestFirst(before, key);
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

/** By a key of days and ids, which needs no rules of any language. */
function latestFirst<E>(entries: readonly E[], key: (entry: E) => string): E[] {
  const keyed = entries.map((entry) => ({ entry, key: key(entry) }));
  return keyed.sort((a, b) => (a.key < b.key ? 1 : -1)).map(({ entry }) => entry);
}
