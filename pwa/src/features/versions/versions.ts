/** Versions that wait for a choice, question by question: who wrote what when, what they could become together. Pure. */
import type { HistoryAnswer } from "../../records/account";
import type { Kind } from "../../records/kinds";
import type { Sibling } from "../../store/live";
import type { Value } from "../../store/proposal";

export interface Version {
  /** null: nobody can be named, because the server was not asked. */
  author: string | null;
  at: string | null;
  value: Value | null;
}

export interface Choice {
  key: string;
  /** What stands there now comes first. */
  versions: readonly Version[];
  /** Both together, where they can be joined. */
  both: Value | undefined;
  /** What stands there now holds all of both: that is one and the same choice. */
  joined: boolean;
}

/** What is picked for one question: one of the versions, or both together, perhaps in other words. */
export type Picked = { version: number } | { both: Value };

interface Waiting {
  kind: Kind;
  fields: { readonly [key: string]: unknown };
  siblings: readonly Sibling[];
}

type Join = (kind: Kind, key: string, one: Value | null, other: Value | null) => Value | undefined;
type Revision = HistoryAnswer["revisions"][number];

/** Every question on which a version differs from what stands there now. */
export function choices(record: Waiting, join: Join, history: readonly Revision[] = []): Choice[] {
  const keys = new Set(record.siblings.flatMap(({ set }) => Object.keys(set)));
  return [...keys].flatMap((key) => {
    const now = (record.fields[key] as Value | undefined) ?? null;
    const others = record.siblings.filter(({ set }) => key in set && !same(set[key] ?? null, now));
    if (others.length === 0) return [];
    const versions = [{ ...writer(history, key), value: now }, ...others.map((one) => asVersion(one, key))];
    const both = joined(versions, (one, other) => join(record.kind, key, one, other));
    return [{ key, versions, both, joined: both !== undefined && same(both, now) }];
  });
}

/** To begin with: both where they can be joined, else what stands there now; an empty place never wins by itself. */
export function firstPicks(all: readonly Choice[]): Record<string, Picked> {
  return Object.fromEntries(all.map((choice) => [choice.key, firstPick(choice)]));
}

/** What the record becomes: every question that was asked, also where it stays as it is. */
export function outcome(all: readonly Choice[], picks: Readonly<Record<string, Picked>>): Record<string, Value | null> {
  return Object.fromEntries(all.map((choice) => [choice.key, picked(choice, picks[choice.key] ?? { version: 0 })]));
}

/** Everyone beside `me` who wrote one of the versions. */
export function others(all: readonly Choice[], me: string): string[] {
  const authors = all.flatMap(({ versions }) => versions.map(({ author }) => author));
  return [...new Set(authors)].filter((author): author is string => author !== null && author !== me);
}

function firstPick({ versions, both }: Choice): Picked {
  if (both !== undefined) return { both };
  return {
    version: Math.max(
      0,
      versions.findIndex(({ value }) => value !== null),
    ),
  };
}

function picked({ versions }: Choice, pick: Picked): Value | null {
  if ("version" in pick) return versions[pick.version]?.value ?? null;
  return pick.both === "" ? null : pick.both;
}

function asVersion({ author, at, set }: Sibling, key: string): Version {
  return { author, at, value: set[key] ?? null };
}

/** Who wrote what stands there now: the last revision that got this question through. */
function writer(history: readonly Revision[], key: string): Pick<Version, "author" | "at"> {
  const last = history.findLast(({ set, outcome: ended }) => key in set && ended !== "conflict" && ended !== "held");
  return { author: last?.author ?? null, at: last?.at ?? null };
}

function joined(versions: readonly Version[], join: (one: Value | null, other: Value | null) => Value | undefined) {
  const [first, ...rest] = versions.map(({ value }) => value);
  let all: Value | null | undefined = first ?? null;
  for (const value of rest) if (all !== undefined) all = join(all, value);
  return all ?? undefined;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
