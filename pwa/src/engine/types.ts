/** What the engine knows of the world: records, mutations, messages and the rows a device keeps. Plain data, no behaviour. */

export type Value = string | number | boolean | Value[] | { [key: string]: Value };
/** One flat object; a key is `name` or `name.part`. */
export type Fields = { [key: string]: Value };
/** What a mutation writes: `null` removes a key, `deleted: true` deletes the record, an absent key is untouched. */
export type Patch = { [key: string]: Value | null };

export type Base = { rev: string } | { mid: string };

/** Per key two texts that the machine joined where both had written in the same place, as they were before. */
export type Sides = { [key: string]: { theirs: string; mine: string } };

/** One change as it goes over the wire. Without `base` it creates; `scope` is there to create or to move, never otherwise. */
export interface Mutation {
  mid: string;
  id: string;
  kind: string;
  base?: Base;
  scope?: string;
  set: Patch;
  at: string;
  resolves?: string[];
  replay?: true;
}

/** A version that waits for a choice: the keys of a mutation that others had written first. */
export interface Sibling {
  mid: string;
  author: string | null;
  at: string | null;
  set: Patch;
}

/** A record as the server sends it. */
export interface Wire {
  id: string;
  kind: string;
  scope: string;
  rev: string;
  author: string | null;
  deleted: boolean;
  fields: Fields;
  siblings: Sibling[];
}

/** Row of `confirmed`, keyed by `id`, indexed by `scope` and by `kind`. `round` tells in which full reading of its scope it was last seen. */
export interface Confirmed extends Wire {
  round: number;
}

/** Row of `outbox`, keyed by `seq` (which is the order of writing), indexed by `id`. */
export interface Queued {
  seq: number;
  mid: string;
  id: string;
  kind: string;
  mutation: Mutation;
  /** Durable before it leaves: from then on the mutation is never altered. */
  sent: boolean;
  /** The values typed over, of the keys in `set`; null when there is no ancestor (replayed, or the base had to be purged). */
  baseFields: Fields | null;
  /** It joins two texts; the interface says so until a person has looked. */
  merged?: Sides;
  /** The words this person added, kept in place of a base that had to be purged. */
  added?: { [key: string]: string };
}

export type Status = "ok" | "merged" | "conflict" | "held";

/** Row of `sent`, keyed by `seq`, indexed by `id`: an acknowledged mutation, kept 30 days to be handed in again after a restore. */
export interface Sent {
  seq: number;
  mid: string;
  id: string;
  kind: string;
  mutation: Mutation;
  /** Where its record lay when it was acknowledged: what is dropped with that scope. */
  scope: string | null;
  status: Status;
  rev: string | null;
  merged?: Sides;
  /** The server's time of the acknowledgement (ISO); the device's clock may be years off. */
  at: string;
}

/** Row of `held`, keyed by `mid`: text that did not arrive and waits for its author. */
export interface HeldDraft {
  mid: string;
  id: string;
  kind: string;
  set: Patch;
  /** The server's code, or `too_big` / `refused` when this device set it aside. */
  reason: string;
  at: string;
  /** True when the server does not have it: set aside on this device. */
  here: boolean;
  /** Per text key the words this person added, as far as they could be told. */
  added: { [key: string]: string };
}

/** Row of `drafts`, keyed by [`id`, `key`]: keystrokes that are not a mutation yet. `over` is the text they were typed over. */
export interface Draft {
  id: string;
  kind: string;
  key: string;
  text: string;
  over: string | null;
  at: string;
}

/** What a device knows of one scope. `cursor` null: to be read from the beginning. */
export interface ScopeState {
  cursor: number | null;
  /** Counts full readings; rows of an earlier round are unconfirmed. */
  round: number;
  /** A full reading is under way; when it ends, what it did not bring is swept. */
  sweeping: boolean;
  /** When a differing checksum last made us read it all again (ms, this device's clock). */
  checkReset?: number;
}

/** The one row of `meta`. */
export interface Meta {
  person: string;
  device: string;
  /** Number of the request whose answer is awaited. */
  n: number;
  gen: string | null;
  schema: number;
  /** The next `seq` in the outbox. */
  seq: number;
  scopes: { [scope: string]: ScopeState };
  /** Records that left a scope, effective when the round is complete. */
  outs: [string, string][];
  /** Others' records are shown until then (ms, this device's clock). */
  leaseUntil: number | null;
  /** Last answer taken in (ms, this device's clock) and the server's time in it (ISO). */
  contact: number | null;
  serverNow: string | null;
  /** How many held drafts the server says it has of this person. */
  held: number;
  /** Records in which the machine joined two texts, until a person has looked. */
  joined?: string[];
}

export interface Request {
  proto: 1;
  device: string;
  n: number;
  gen: string | null;
  schema: number;
  limit: number;
  cursors: { [scope: string]: number };
  mutations: Mutation[];
  only?: string[];
  pull?: false;
}

export interface Result {
  status: Status;
  rev?: string;
  reason?: string;
}

export interface Check {
  pos: number;
  count: number;
  sum: string;
}

export interface Answer {
  n: number;
  gen: string;
  stale: boolean;
  now: string;
  lease: string;
  held: number;
  results: { [mid: string]: Result };
  records: Wire[];
  outs: [string, string][];
  cursors: { [scope: string]: number };
  drop: string[];
  reset: string[];
  erased: string[];
  more: boolean;
  check: { [scope: string]: Check };
}

export type Merge = "words" | "latest" | "union";

/** What the schemas say about kinds, as tables. A key of `merges` is a field or a family (`worked.*`); what is not listed is `latest`. */
export interface Rules {
  merges: { [kind: string]: { readonly [key: string]: Merge } };
  parents: { [kind: string]: { kind: string; key: string } };
}
