/** What the small server keeps: plain maps, so that a backup is a copy. */
import type { Fields, Mutation, Patch, Result, Sibling } from "../types";

export type Rev = [gen: number, v: number];

export interface Stored {
  id: string;
  kind: string;
  scope: string;
  rev: Rev;
  author: string;
  deleted: boolean;
  fields: Fields;
  /** Per key (and `scope`, `deleted`) who wrote it last. */
  written: Map<string, { rev: Rev; mid: string }>;
  siblings: (Sibling & { author: string })[];
}

/** What a mutation stands on: where its chain began, and the mids of the chain. */
export interface Ground {
  root: Rev;
  chain: string[];
}

export interface Data {
  records: Map<string, Stored>;
  placed: Map<string, Map<string, { pos: number; out: boolean }>>;
  position: Map<string, number>;
  floor: Map<string, number>;
  applied: Map<string, Ground & { digest: string; result: Result }>;
  held: Map<string, { person: string; mutation: Mutation; reason: string }>;
  revisions: { id: string; rev: string; set: Patch }[];
  erased: Set<string>;
}

export function nothing(): Data {
  return {
    ...{ records: new Map(), placed: new Map(), position: new Map(), floor: new Map() },
    ...{ applied: new Map(), held: new Map(), revisions: [], erased: new Set() },
  };
}

export const written = ([gen, v]: Rev): string => `g${gen}.${v}`;
export const parsed = (rev: string): Rev => rev.slice(1).split(".").map(Number) as Rev;
export const notAfter = (one: Rev, other: Rev): boolean =>
  one[0] < other[0] || (one[0] === other[0] && one[1] <= other[1]);

/** One row per scope and record, moved forward on each change. */
export function place(data: Data, { id, scope }: Stored, out: boolean): void {
  const pos = (data.position.get(scope) ?? 0) + 1;
  data.position.set(scope, pos);
  const rows = data.placed.get(scope) ?? new Map();
  data.placed.set(scope, rows.set(id, { pos, out }));
}
