/** Where a plan does its work: a copy of what was read that remembers what was touched, so that only that is written. */
import type { Changes, Rows, Slice } from "./ports";
import type { Confirmed, HeldDraft, Meta, Queued, Sent } from "./types";

export class Shelf<T, Key extends string | number> {
  readonly rows: Map<Key, T>;
  private readonly touched = new Set<Key>();
  private readonly keyOf: (row: T) => Key;

  constructor(rows: Iterable<T>, keyOf: (row: T) => Key) {
    this.keyOf = keyOf;
    this.rows = new Map(Array.from(rows, (row) => [keyOf(row), row]));
  }

  put(row: T): void {
    this.rows.set(this.keyOf(row), row);
    this.touched.add(this.keyOf(row));
  }

  /** Touched even when it was not read: a delete of what is not there is harmless. */
  remove(key: Key): void {
    this.rows.delete(key);
    this.touched.add(key);
  }

  where(test: (row: T) => boolean): T[] {
    return [...this.rows.values()].filter(test);
  }

  changes(): Rows<T, Key> {
    const put: T[] = [];
    const remove: Key[] = [];
    for (const key of this.touched) {
      const row = this.rows.get(key);
      if (row === undefined) remove.push(key);
      else put.push(row);
    }
    return { put, remove };
  }
}

export class Desk {
  readonly meta: Meta;
  readonly confirmed: Shelf<Confirmed, string>;
  readonly outbox: Shelf<Queued, number>;
  readonly sent: Shelf<Sent, number>;
  readonly held: Shelf<HeldDraft, string>;
  readonly lostDrafts = new Set<string>();
  readonly unbasedDrafts = new Set<string>();

  constructor(slice: Slice) {
    this.meta = structuredClone(slice.meta);
    this.confirmed = new Shelf(slice.confirmed.values(), (row) => row.id);
    this.outbox = new Shelf(slice.outbox, (row) => row.seq);
    this.sent = new Shelf(slice.sent, (row) => row.seq);
    this.held = new Shelf(slice.held, (row) => row.mid);
  }

  /** The waiting mutations, oldest first; of one record if asked. */
  queue(id?: string): Queued[] {
    return this.outbox.where((row) => id === undefined || row.id === id).sort((a, b) => a.seq - b.seq);
  }

  changes(): Changes {
    return {
      meta: this.meta,
      confirmed: this.confirmed.changes(),
      outbox: this.outbox.changes(),
      sent: this.sent.changes(),
      held: this.held.changes(),
      drafts: { remove: [...this.lostDrafts], unbase: [...this.unbasedDrafts] },
    };
  }
}
