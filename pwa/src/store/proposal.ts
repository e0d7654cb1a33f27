/** What two versions of a field could become together, for a person to look at: nothing is decided here. */
import { mergeField, mergeRule } from "../engine/merge";
import type { Value } from "../engine/types";
import type { Kind } from "../records/kinds";
import { rules } from "./rules";

export type { Value } from "../engine/types";

/** undefined where the two cannot be joined and one of them has to be chosen. */
export function proposal(kind: Kind, key: string, one: Value | null, other: Value | null): Value | undefined {
  // Without a common ancestor nothing counts as deleted: all words of both stay.
  const { value, joined } = mergeField(mergeRule(rules, kind, key), null, other, one, true);
  return joined && value !== null ? value : undefined;
}
