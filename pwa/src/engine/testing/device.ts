/** A device for tests: a store in memory that can crash at every commit, a net that loses and doubles, and hands that type. */
import { type Intent, mutate } from "../mutate";
import { type Laid, overlay } from "../overlay";
import type { Changes, Failure, Need, NetPort, Plan, Ports, Rows, Slice, StorePort } from "../ports";
import type { Answer, Confirmed, HeldDraft, Meta, Queued, Request, Rules, Sent } from "../types";
import type { Server } from "./server";

export const RULES: Rules = {
  merges: { note: { text: "words", tags: "union", "part.*": "words" } },
  parents: { step: { kind: "note", key: "note" } },
};

export class Crash extends Error {}

export class Store implements StorePort {
  meta: Meta;
  confirmed = new Map<string, Confirmed>();
  outbox = new Map<number, Queued>();
  sent = new Map<number, Sent>();
  held = new Map<string, HeldDraft>();
  draftsLost: string[] = [];
  draftsUnbased: string[] = [];
  /** Called before and after each commit; may throw a Crash. */
  moment: (when: "before" | "after") => void = () => {};

  constructor(person: string) {
    this.meta = {
      ...{ person, device: "phone", n: 1, gen: null, schema: 1, seq: 1, scopes: {}, outs: [] },
      ...{ leaseUntil: null, contact: null, serverNow: null, held: 0 },
    };
  }

  async transact<T>(need: Need, plan: Plan<T>): Promise<T> {
    await Promise.resolve();
    this.moment("before");
    const { changes, result } = plan(structuredClone(this.read(need)));
    if (changes) this.write(structuredClone(changes));
    this.moment("after");
    return result;
  }

  /** As IndexedDB would give it: what was asked for, the outbox, and nothing else. */
  read({ ids = [], scopes = [], archive = false }: Need): Slice {
    const outbox = [...this.outbox.values()].sort((a, b) => a.seq - b.seq);
    const wanted = new Set([...ids, ...outbox.map((row) => row.id)]);
    const confirmed = [...this.confirmed].filter(([id, row]) => wanted.has(id) || scopes.includes(row.scope));
    const sent = archive ? [...this.sent.values()].sort((a, b) => a.seq - b.seq) : [];
    return {
      meta: this.meta,
      outbox,
      confirmed: new Map(confirmed),
      sent,
      held: archive ? [...this.held.values()] : [],
    };
  }

  write({ meta, confirmed, outbox, sent, held, drafts }: Changes): void {
    this.meta = meta;
    rows(this.confirmed, confirmed, (row) => row.id);
    rows(this.outbox, outbox, (row) => row.seq);
    rows(this.sent, sent, (row) => row.seq);
    rows(this.held, held, (row) => row.mid);
    this.draftsLost.push(...drafts.remove);
    this.draftsUnbased.push(...drafts.unbase);
  }
}

function rows<T, Key>(store: Map<Key, T>, { put, remove }: Rows<T, Key>, keyOf: (row: T) => Key): void {
  for (const key of remove) store.delete(key);
  for (const row of put) store.set(keyOf(row), row);
}

let made = 0;

export class Device implements Ports {
  readonly store: Store;
  readonly person: string;
  readonly server: Server;
  time = 0;
  limit = 500;
  asked: Request[] = [];
  told: string[] = [];
  /** What the world does to a request; by default it arrives and is answered. */
  wire: (request: Request, deliver: (request: Request) => Answer) => Promise<Answer | Failure> = async (r, deliver) =>
    deliver(r);

  readonly clock = { now: () => this.time };
  readonly random = { mid: () => `mid-${String(++made).padStart(6, "0")}`, fraction: () => 0.5 };
  readonly locks = { alone: <T>(work: () => Promise<T>) => work() };
  readonly net: NetPort = {
    sync: async (request) => {
      this.asked.push(structuredClone(request));
      return this.wire(request, (said) => this.server.sync(this.person, structuredClone(said), this.limit));
    },
    differs: async (scope) => void this.told.push(scope),
  };

  constructor(person: string, server: Server) {
    this.person = person;
    this.server = server;
    this.store = new Store(person);
  }

  async write(intent: Intent): Promise<void> {
    await this.store.transact({ ids: [intent.id] }, (slice) => ({
      changes: mutate(slice, intent, this, RULES),
      result: null,
    }));
  }

  note(id: string, set: Intent["set"], more: Partial<Intent> = {}): Promise<void> {
    return this.write({ id, kind: "note", set, ...more });
  }

  queue(id?: string): Queued[] {
    return this.store.read({}).outbox.filter((row) => id === undefined || row.id === id);
  }

  shows(id: string): Laid | null {
    return overlay(this.person, this.store.confirmed.get(id), this.queue(id));
  }

  /** Every record that is on the screen. */
  screen(): Laid[] {
    const ids = new Set([...this.store.confirmed.keys(), ...this.queue().map((row) => row.id)]);
    return [...ids].map((id) => this.shows(id)).filter((laid) => laid !== null);
  }
}
