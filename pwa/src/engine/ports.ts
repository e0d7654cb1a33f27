/** The five doors of the engine: store, net, clock, random and locks. A browser, a simulator and a test each bring their own. */
import type { Answer, Confirmed, HeldDraft, Meta, Queued, Request, Sent } from "./types";

/** What a plan wants to read. The whole outbox and the confirmed copy of every record in the outbox always come along. */
export interface Need {
  /** Confirmed records by id. */
  ids?: readonly string[];
  /** All confirmed records of these scopes. */
  scopes?: readonly string[];
  /** Also the sent-box and the held drafts, whole. */
  archive?: boolean;
}

export interface Slice {
  meta: Meta;
  /** In order of `seq`. */
  outbox: readonly Queued[];
  confirmed: ReadonlyMap<string, Confirmed>;
  /** In order of `seq`; empty unless asked for. */
  sent: readonly Sent[];
  held: readonly HeldDraft[];
}

export interface Rows<T, Key> {
  put: T[];
  remove: Key[];
}

export interface Changes {
  meta: Meta;
  confirmed: Rows<Confirmed, string>;
  outbox: Rows<Queued, number>;
  sent: Rows<Sent, number>;
  held: Rows<HeldDraft, string>;
  /** Ids of records: their drafts go (`remove`), or keep their text and lose what it was typed over (`unbase`: `over` becomes null). */
  drafts: { remove: string[]; unbase: string[] };
}

/**
 * A plan is synchronous and pure, so that it fits inside one IndexedDB transaction: nothing can come between what it read and
 * what it writes. null means: write nothing. When it throws, the transaction is aborted.
 */
export type Plan<T> = (slice: Slice) => { changes: Changes | null; result: T };

export interface StorePort {
  /** ONE readwrite transaction, durability strict: read the slice, call the plan, write its changes; resolves when it is on disk. */
  transact<T>(need: Need, plan: Plan<T>): Promise<T>;
}

export type FailureKind = "offline" | "signed_out" | "revoked" | "upgrade" | "too_big" | "refused" | "busy";

export interface Failure {
  kind: FailureKind;
  code?: string | undefined;
}

export interface NetPort {
  /** Never throws: whatever goes wrong is a Failure. `keepalive` outlives the page. */
  sync(request: Request, keepalive?: boolean): Promise<Answer | Failure>;
  /** Tells the server that a checksum differs, by asking for the scope's digest; the answer is not used here. */
  differs(scope: string): Promise<void>;
}

export interface ClockPort {
  /** Milliseconds since 1970, of this device. */
  now(): number;
}

export interface RandomPort {
  /** A fresh UUIDv7: the id of a mutation is never used twice and cannot be guessed. */
  mid(): string;
  /** 0 ≤ x < 1, for jitter. */
  fraction(): number;
}

export interface LocksPort {
  /** Does the work while nobody else does on this device; undefined when somebody is at it. For economy only: nothing depends on it. */
  alone<T>(work: () => Promise<T>): Promise<T | undefined>;
}

export interface Ports {
  store: StorePort;
  net: NetPort;
  clock: ClockPort;
  random: RandomPort;
  locks: LocksPort;
}

/** What a plan may use of the ports: the two that answer at once. */
export type Ambient = Pick<Ports, "clock" | "random">;
