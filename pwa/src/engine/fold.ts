/** One record's queue folded into one change: each mutation over its own base, on top of what the server has now. */
import { type Maybe, mergeField, mergeRule } from "./merge";
import { same } from "./same";
import type { Fields, Patch, Queued, Rules } from "./types";

export interface Folded {
  /** What the record must still become: only keys that differ from `current`. */
  set: Patch;
  /** The mids of which a key waits for a person's choice: their sibling must stay. */
  open: string[];
  /** It holds something of both sides. */
  joined: boolean;
}

/** `rows` oldest first. A deletion among them is not folded: it was written over what others have changed since. */
export function fold(current: Fields, rows: readonly Queued[], rules: Rules): Folded {
  const values: { [key: string]: Maybe } = { ...current };
  const open = new Set<string>();
  let joined = false;
  for (const row of rows) {
    const { deleted: _, ...set } = row.mutation.set;
    for (const [key, mine] of Object.entries(set)) {
      const rule = mergeRule(rules, row.kind, key);
      const merged = mergeField(rule, row.baseFields?.[key], mine, values[key], !row.baseFields);
      values[key] = merged.value;
      if (merged.open) open.add(row.mid);
      joined ||= merged.joined;
    }
  }
  return { set: differing(current, values), open: [...open], joined };
}

function differing(current: Fields, values: { [key: string]: Maybe }): Patch {
  const entries = Object.entries(values).map(([key, value]): [string, Fields[string] | null] => [key, value ?? null]);
  return Object.fromEntries(entries.filter(([key, value]) => !same(value, current[key] ?? null)));
}
