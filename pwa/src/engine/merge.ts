/** Three versions of one field into one, by what its schema says: words, latest or union. */
import { same } from "./same";
import type { Merge, Rules, Value } from "./types";
import { clash, mergeWords } from "./words";

export type Maybe = Value | null | undefined;

export interface Merged {
  value: Value | null;
  /** Both sides wrote something else and only a person can choose; `value` is theirs. */
  open: boolean;
  /** The value holds something of both sides. */
  joined: boolean;
  /** Texts in which both wrote in the same place: the join is the machine's, and a person has to look at it. */
  clash?: true;
}

/** A field's rule, or that of its family (`worked.*`). A kind that only a newer server knows has none: a person chooses. */
export function mergeRule(rules: Rules, kind: string, key: string): Merge {
  const table = rules.merges[kind];
  return ruleIn(table, key) ?? ruleIn(table, key.replace(/\.[^.]*$/, ".*")) ?? "latest";
}

/** Its own: a field may be called "constructor", and every object has one. */
function ruleIn(table: Rules["merges"][string] | undefined, key: string): Merge | undefined {
  return table && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** `orphan`: the base is no ancestor of theirs, so that absence in it or in them is no deletion. */
export function mergeField(rule: Merge, base: Maybe, mine: Maybe, theirs: Maybe, orphan = false): Merged {
  const sides: Sides = { b: base ?? null, m: mine ?? null, t: theirs ?? null };
  const easy = orphan ? unrelated(sides) : oneSided(sides);
  if (easy !== undefined) return { value: easy, open: false, joined: false };
  const value = JOINS[rule](orphan ? { ...sides, b: null } : sides, orphan);
  if (value === undefined) return { value: sides.t, open: true, joined: false };
  return { value, open: false, joined: true, ...(clashes(sides, orphan) && { clash: true }) };
}

type Side = Value | null;
type Sides = { b: Side; m: Side; t: Side };

/** At most one of us changed it: nothing to merge. undefined when both did. */
function oneSided({ b, m, t }: Sides): Side | undefined {
  if (same(m, t) || same(m, b)) return t;
  return same(t, b) ? m : undefined;
}

function unrelated({ m, t }: Sides): Side | undefined {
  if (m === null || t === null) return m ?? t;
  return same(m, t) ? t : undefined;
}

/** How each rule joins two values; undefined where only a person can choose. */
const JOINS: Record<Merge, (sides: Sides, orphan: boolean) => Value | undefined> = {
  words: ({ b, m, t }, orphan) =>
    isText(m) && isText(t) ? mergeWords(orphan ? null : asText(b), m ?? "", t ?? "") : undefined,
  union: ({ b, m, t }) => (isList(m) && isList(t) ? union(asList(b), m ?? [], t ?? []) : undefined),
  latest: () => undefined,
};

/** Only texts: a list of both is no guess. */
function clashes({ b, m, t }: Sides, orphan: boolean): boolean {
  return typeof m === "string" && typeof t === "string" && clash(orphan ? null : asText(b), m, t);
}

const isText = (value: Value | null): value is string | null => value === null || typeof value === "string";
const isList = (value: Value | null): value is Value[] | null => value === null || Array.isArray(value);
const asText = (value: Value | null): string => (typeof value === "string" ? value : "");
const asList = (value: Value | null): Value[] => (Array.isArray(value) ? value : []);

/** What either side added, without what either side took away. */
function union(base: Value[], mine: Value[], theirs: Value[]): Value[] {
  const has = (list: Value[], item: Value) => list.some((other) => same(other, item));
  const stays = theirs.filter((item) => has(mine, item) || !has(base, item));
  return [...stays, ...mine.filter((item) => !has(base, item) && !has(theirs, item))];
}
