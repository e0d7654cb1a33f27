/** What a reader of logboeken asks of them: what is new, what waits for an answer, what comes next. Pure, and fast on thousands. */
import { grouped } from "../../records/grouped";
import {
  type Comment,
  type Entry,
  handedIn,
  isDone,
  mine,
  openQuestion,
  type Review,
  type Turn,
  thread,
} from "../../records/reading";
import { asksToBeRead, type Read, type Reading, readingOf } from "../../records/receipts";

export interface Logboek extends Entry {
  rev: string | null;
  fields: Entry["fields"] & { session?: string; community?: string; on?: string; mood?: number };
}

/** Reviews and replies by the logboek they are about, so that no list is walked once for each line. */
export interface Said {
  reviews: ReadonlyMap<string, readonly Review[]>;
  comments: ReadonlyMap<string, readonly Comment[]>;
}

export interface Line<L> {
  entry: L;
  reading: Reading;
  done: boolean;
  /** The ball lies with the readers: nobody said anything yet, or its writer had the last word. */
  waits: boolean;
  /** A question of a reader that its writer has not answered yet. */
  asked: Turn | undefined;
  answered: boolean;
  /** There is a later version of it. */
  replaced: boolean;
}

export type Filter = "all" | "unread" | "answer" | "late";
export type State = "thanks" | "question" | "done";

export function said(reviews: readonly Review[], comments: readonly Comment[]): Said {
  return {
    reviews: grouped(reviews, ({ fields }) => fields.logboek),
    comments: grouped(comments, ({ fields }) => fields.about),
  };
}

export function turnsOf(entry: Entry, { reviews, comments }: Said): Turn[] {
  return thread(entry, reviews.get(entry.id) ?? [], comments.get(entry.id) ?? []);
}

/** Everything handed in to coachings that this person may review, newest first. */
export function linesFor<L extends Logboek>(
  logboeken: readonly L[],
  said: Said,
  receipts: ReadonlyMap<string, Read>,
  reviewer: { person: string; reviews: (scope: string) => boolean },
): Line<L>[] {
  const theirs = logboeken.filter((one) => handedIn(one) && !mine(one, reviewer.person) && reviewer.reviews(one.scope));
  const replaced = new Set(theirs.flatMap(({ fields }) => fields.version_of ?? []));
  return theirs.map((entry) => lineOf(entry, said, receipts, replaced.has(entry.id))).sort(newest);
}

/** What the filter lets through, unread first. What was unread when one began stays in its place while one reads on. */
export function shown<L extends Logboek>(
  lines: readonly Line<L>[],
  filter: Filter,
  begun: ReadonlySet<string>,
): Line<L>[] {
  const fresh = (line: Line<L>) => isUnread(line) || begun.has(line.entry.id);
  if (filter === "unread") return lines.filter(fresh);
  if (filter === "answer") return lines.filter((line) => line.waits);
  return [...lines.filter(fresh), ...lines.filter((line) => !fresh(line))];
}

export function isUnread({ reading, done, replaced }: Line<Logboek>): boolean {
  return asksToBeRead(reading, done || replaced);
}

/** The one after this in the list, or before it; at the ends there is none. */
export function neighbour<L extends Logboek>(
  lines: readonly Line<L>[],
  current: string | undefined,
  by: 1 | -1,
): L | undefined {
  const at = lines.findIndex(({ entry }) => entry.id === current);
  return at < 0 ? lines[0]?.entry : lines[at + by]?.entry;
}

/** The next unread one below, and from the top again when there is none below. */
export function nextUnread<L extends Logboek>(lines: readonly Line<L>[], current: string | undefined): L | undefined {
  const at = lines.findIndex(({ entry }) => entry.id === current);
  const around = [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))];
  return around.find(isUnread)?.entry;
}

/** What is missing before this can be said, or nothing. */
export function flawOf(state: State, text: string): "empty" | undefined {
  return state === "question" && text.trim() === "" ? "empty" : undefined;
}

function lineOf<L extends Logboek>(
  entry: L,
  said: Said,
  receipts: ReadonlyMap<string, Read>,
  replaced: boolean,
): Line<L> {
  const turns = turnsOf(entry, said);
  const done = isDone(entry, said.reviews.get(entry.id) ?? []);
  const last = turns.at(-1);
  const theirs = last !== undefined && mine(entry, last.author);
  return {
    entry,
    reading: readingOf(entry, receipts.get(entry.id)),
    done,
    waits: !done && !replaced && (last === undefined || theirs),
    asked: openQuestion(entry, turns),
    answered: !done && theirs,
    replaced,
  };
}

const moment = ({ entry }: Line<Logboek>) => `${entry.fields.handed_in ?? ""}${entry.id}`;
const newest = (a: Line<Logboek>, b: Line<Logboek>) => (moment(a) < moment(b) ? 1 : -1);
