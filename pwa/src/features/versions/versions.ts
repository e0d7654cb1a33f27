/** Versions that wait for a choice, question by question: who wrote what when, what they could become together. Pure. */
import type { HistoryAnswer } from "../../records/account";
import type { Kind } from "../../records/kinds";
import type { Sides } from "../../store/joined";
import type { Sibling } from "../../store/live";
import { same, type Value } from "../../store/proposal";

export interface Version {
  /** null: nobody can be named, because the server was not asked. */
  author: string | null;
  at: string | null;
  value: Value | null;
  /** It did not arrive; else it waits beside what stands there. */
  held?: true | undefined;
}

export interface Choice {
  key: string;
  /** What stands there now comes first. */
  versions: readonly Version[];
  /** Both together, where they can be joined. */
  both: Value | undefined;
  /** What stands there now holds all of both: that is one and the same choice. */
  joined: boolean;
  /** The two texts that can be laid over each other, word by word. */
  two?: Sides[string] | undefined;
}

/** A version beside the record: of somebody who wrote at the same time, or what did not arrive. */
export interface Beside extends Sibling {
  held?: true;
}

interface Waiting {
  kind: Kind;
  fields: { readonly [key: string]: unknown };
  siblings: readonly Beside[];
}

/** What the page knows beyond the record itself. */
export interface Known {
  /** The versions that the machine joined, as they were. */
  sides?: Sides;
  history?: readonly Revision[];
  me?: string;
}

type Join = (kind: Kind, key: string, one: Value | null, other: Value | null) => Value | undefined;
type Revision = HistoryAnswer["revisions"][number];

/** Every question on which a version differs from what stands there now, or in which two were joined. */
export function choices(record: Waiting, join: Join, known: Known = {}): Choice[] {
  const { sides = {} } = known;
  const keys = new Set([...Object.keys(sides), ...record.siblings.flatMap(({ set }) => Object.keys(set))]);
  keys.delete("deleted");
  return [...keys].flatMap((key) => {
    const side = sides[key];
    if (side && record.fields[key] !== undefined) return [joinedChoice(record, key, side, known)];
    const now = (record.fields[key] as Value | undefined) ?? null;
    const others = record.siblings.filter(({ set }) => key in set && !same(set[key] ?? null, now));
    if (others.length === 0) return [];
    const versions = [{ ...writer(known.history, key), value: now }, ...others.map((one) => asVersion(one, key))];
    const both = joined(versions, (one, other) => join(record.kind, key, one, other));
    return [{ key, versions, both, joined: both !== undefined && same(both, now), two: twoTexts(versions) }];
  });
}

/** Everyone beside `me` who wrote one of the versions. */
export function others(all: readonly Choice[], me: string): string[] {
  const authors = all.flatMap(({ versions }) => versions.map(({ author }) => author));
  return [...new Set(authors)].filter((author): author is string => author !== null && author !== me);
}

/** The machine's join stands there; both texts stand beside it as they were, to look at and to choose from. */
function joinedChoice({ fields, siblings }: Waiting, key: string, side: Sides[string], known: Known): Choice {
  const now = fields[key] as Value;
  const { theirs, mine } = side;
  const sent = [...siblings, ...(known.history ?? [])].find(({ set }) => set[key] === mine);
  const before = writer(known.history, key, theirs);
  const versions: Version[] = [
    { author: null, at: null, value: now },
    { ...before, value: theirs },
    { author: sent?.author ?? known.me ?? null, at: sent?.at ?? null, value: mine },
  ];
  return { key, versions, both: now, joined: true, two: side };
}

function twoTexts([now, other, ...more]: readonly Version[]): Choice["two"] {
  const [theirs, mine] = [now?.value, other?.value];
  return typeof theirs === "string" && typeof mine === "string" && more.length === 0 ? { theirs, mine } : undefined;
}

function asVersion({ author, at, set, held }: Beside, key: string): Version {
  return { author, at, value: set[key] ?? null, held };
}

/** Who wrote what stands there now, or this text: the last revision that got it through. */
function writer(history: readonly Revision[] = [], key: string, text?: string): Pick<Version, "author" | "at"> {
  const last = history.findLast(
    ({ set, outcome }) =>
      key in set && outcome !== "conflict" && outcome !== "held" && (text === undefined || set[key] === text),
  );
  return { author: last?.author ?? null, at: last?.at ?? null };
}

function joined(versions: readonly Version[], join: (one: Value | null, other: Value | null) => Value | undefined) {
  const [first, ...rest] = versions.map(({ value }) => value);
  let all: Value | null | undefined = first ?? null;
  for (const value of rest) if (all !== undefined) all = join(all, value);
  return all ?? undefined;
}
