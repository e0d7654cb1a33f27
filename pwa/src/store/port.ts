/** The engine's store port over IndexedDB: one strict transaction reads the slice, calls the plan and writes what it says. */
import type { Changes, Need, Plan, Rows, Slice, StorePort } from "../engine/ports";
import type { Confirmed, Meta } from "../engine/types";
import { type Name, type Tx, transact } from "./db";
import { purgeFiles } from "./file-purge";
import { freshMeta } from "./meta";
import { partsOf } from "./shape";

const STORES: Name[] = [
  "confirmed",
  "outbox",
  "sent",
  "drafts",
  "held",
  "meta",
  "files",
  "pieces",
  "recordings",
  "slices",
];
/** The key of the engine's one row in `meta`; the others are `me` and `hat`. */
export const ENGINE = "engine";

type Told = (changes: Changes | null) => unknown;
type Also = (tx: Tx) => Promise<unknown>;

/** `told` hears what is on disk now; `also` is done in the same transaction, whatever the plan says. */
export async function commit<T>(person: string, need: Need, plan: Plan<T>, told: Told, also?: Also): Promise<T> {
  const work = async (tx: Tx) => {
    const planned = plan(await read(tx, need, person));
    if (planned.changes) await write(tx, planned.changes);
    await also?.(tx);
    return planned;
  };
  const done = await transact(STORES, "readwrite", work, person);
  told(done.changes);
  return done.result;
}

export function storePort(person: string, told: (changes: Changes) => void): StorePort {
  return { transact: (need, plan) => commit(person, need, plan, (changes) => changes && told(changes)) };
}

async function read(tx: Tx, need: Need, person: string): Promise<Slice> {
  const archive = need.archive ?? false;
  const [meta, outbox, sent, held] = await Promise.all([
    tx.objectStore("meta").get(ENGINE) as Promise<Meta | undefined>,
    tx.objectStore("outbox").getAll(),
    archive ? tx.objectStore("sent").getAll() : [],
    archive ? tx.objectStore("held").getAll() : [],
  ]);
  const ids = new Set([...outbox.map((row) => row.id), ...(need.ids ?? [])]);
  const confirmed = await readConfirmed(tx, ids, need.scopes ?? []);
  return { meta: meta ?? freshMeta(person), outbox, confirmed, sent, held };
}

async function readConfirmed(tx: Tx, ids: Set<string>, scopes: readonly string[]): Promise<Map<string, Confirmed>> {
  const store = tx.objectStore("confirmed");
  const single = Promise.all([...ids].map((id) => store.get(id)));
  const whole = Promise.all(scopes.map((scope) => store.index("scope").getAll(scope)));
  const rows = [...(await single), ...(await whole).flat()];
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
}

async function write(tx: Tx, changes: Changes): Promise<void> {
  undone(tx.objectStore("meta").put(changes.meta, ENGINE));
  rows(tx, "confirmed", changes.confirmed);
  rows(tx, "outbox", changes.outbox);
  rows(tx, "sent", changes.sent);
  rows(tx, "held", changes.held);
  await drafts(tx, changes.drafts);
  await purgeFiles(tx, changes);
}

function rows<T, Key>(tx: Tx, name: Name, { put, remove }: Rows<T, Key>): void {
  const store = tx.objectStore(name);
  for (const key of remove) undone(store.delete(key as never));
  for (const row of put) undone(store.put(row as never));
}

async function drafts(tx: Tx, { remove, unbase }: Changes["drafts"]): Promise<void> {
  const store = tx.objectStore("drafts");
  for (const id of remove) undone(store.delete(partsOf(id)));
  for (const id of unbase) {
    for (const draft of await store.getAll(partsOf(id))) undone(store.put({ ...draft, over: null }));
  }
}

/** A request that fails takes its transaction along, and that is where it is heard. */
function undone(request: Promise<unknown>): void {
  request.catch(() => {});
}
