/** What the schemas say about kinds, in the shape the engine wants it. */
import type { Rules } from "../engine/types";
import { kinds, mergesOf, parentKey } from "../records/kinds";

export const rules: Rules = {
  merges: Object.fromEntries(kinds.map((kind) => [kind, mergesOf(kind)])),
  // The key that names a parent is called after the parent's kind.
  parents: Object.fromEntries(kinds.map((kind) => [kind, parentKey(kind)] as const).flatMap(asParent)),
};

function asParent([kind, key]: readonly [string, string | undefined]): [string, { kind: string; key: string }][] {
  return key === undefined ? [] : [[kind, { kind: key, key }]];
}
