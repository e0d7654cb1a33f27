/** One record's queue folded into one change: each mutation over its own base, on top of what the server has now. */
import { type Maybe, mergeField, mergeRule } from "./merge";
import { same } from "./same";
import type { Fields, Patch, Queued, Rules, Sides } from "./types";

export interface Folded {
  /** What the record must still become: only keys that differ from `current`. */
  set: Patch;
  /** The mids of which a key waits for a person's choice: their sibling must stay. */
  open: string[];
  /** Where both had written in the same place: what stood there, and what was typed last. */
  sides: Sides;
}

/** `rows` oldest first. A deletion among them is not folded: it was written over what others have changed since. */
export function fold(current: Fields, rows: readonly Queued[], rules: Rules): Folded {
  const values: { [key: string]: Maybe } = { ...current };
  const open = new Set<string>();
  const sides: Sides = {};
  for (const row of rows) {
    const { deleted: _, ...set } = row.mutation.set;
    for (const [key, mine] of Object.entries(set)) {
      const rule = mergeRule(rules, row.kind, key);
      const merged = mergeField(rule, row.baseFields?.[key], mine, values[key], !row.baseFields);
      values[key] = merged.value;
      if (merged.open) open.add(row.mid);
      if (merged.clash || key in sides) sides[key] = { theirs: text(current[key]), mine: text(mine) };
    }
  }
  return { set: differing(current, values), open: [...open], sides };
}

const text = (value: Maybe): string => (typeof value === "string" ? value : "");

function differing(current: Fields, values: { [key: string]: Maybe }): Patch {
  const entries = Object.entries(values).map(([key, value]): [string, Fields[string] | null] => [key, value ?? null]);
  return Object.fromEntries(entries.filter(([key, value]) => !same(value, current[key] ?? null)));
}
