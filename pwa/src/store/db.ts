/** The one door to IndexedDB: a database per person, and a tiny one that knows who is signed in. */
import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from "idb";
import { type Shape, upgrade, VERSION } from "./shape";

interface Tiny extends DBSchema {
  "signed-in": { key: string; value: string };
}
export type Name = StoreNames<Shape>;
export type Tx = IDBPTransaction<Shape, Name[], "readwrite">;

/** Of the tiny one. */
const TINY = 1;
/** What browsers throw when they have lost the connection behind our back; a new connection does it then. */
const LOST = new Set(["InvalidStateError", "UnknownError", "AbortError", "TransactionInactiveError"]);
const TRIES = 3;

let person: string | null = null;
let opening: Promise<IDBPDatabase<Shape>> | null = null;
let givingWay = async () => close();
let anew = (_: Tx) => {};

export const databaseOf = (who: string): string => `maatje-${who}`;

/** What is to be done when a newer page wants to change the database: flush, then `close`, then reload. */
export function onGivingWay(callback: () => Promise<void>): void {
  givingWay = callback;
}

/** What is to be put into a database that had to be made, before anybody reads it. */
export function onAnew(callback: (tx: Tx) => void): void {
  anew = callback;
}

/** Who was signed in here last, and whose things are still to be cleared away: the tiny database that pages and the service
 *  worker read first. */
export function signedIn(): Promise<{ person: string | null; leaving: string | null }> {
  return inTiny(async (db) => {
    const { store } = db.transaction("signed-in");
    const [person, leaving] = await Promise.all([store.get("person"), store.get("leaving")]);
    return { person: person ?? null, leaving: leaving ?? null };
  });
}

export function remember(who: string): Promise<unknown> {
  return inTiny((db) => db.put("signed-in", who, "person"));
}

/** Signed out from here on; what they could read is still to be cleared away, by a page that lives long enough for it. */
export function leaves(who: string): Promise<unknown> {
  return inTiny((db) => {
    const tx = db.transaction("signed-in", "readwrite");
    return Promise.all([tx.store.delete("person"), tx.store.put(who, "leaving"), tx.done]);
  });
}

export function hasLeft(): Promise<unknown> {
  return inTiny((db) => db.delete("signed-in", "leaving"));
}

async function inTiny<T>(work: (db: IDBPDatabase<Tiny>) => Promise<T>): Promise<T> {
  const db = await tiny();
  return work(db).finally(() => db.close());
}

function tiny(): Promise<IDBPDatabase<Tiny>> {
  return openDB<Tiny>("maatje", TINY, { upgrade: (db) => void db.createObjectStore("signed-in") });
}

/** From here on all that is read and written belongs to this person. */
export function use(who: string | null): void {
  if (who === person) return;
  close();
  person = who;
}

export function close(): void {
  opening?.then((db) => db.close()).catch(() => {}); // never opened: nothing to close
  opening = null;
}

export async function deleteDatabase(who: string): Promise<void> {
  if (who === person) use(null);
  // A page that is asleep still holds it open: it goes as soon as that page lets go, and nobody waits for that here.
  await new Promise<void>((done, failed) => {
    deleteDB(databaseOf(who), { blocked: () => done() }).then(done, failed);
  });
}

/** Do `work` in one transaction, again on a new connection if the browser lost the old one.
 *  It may therefore run twice; what it does must be the same twice. Writing is strict: on disk before it counts.
 *  Whoever signs in meanwhile has another database: then it is not done at all. */
export async function transact<T>(
  stores: Name[],
  mode: "readonly" | "readwrite",
  work: (tx: Tx) => Promise<T>,
  whose = person,
): Promise<T> {
  for (let left = TRIES - 1; ; left--) {
    if (whose !== person) throw new Error("this is no longer whose it was");
    try {
      return await once(stores, mode, work);
    } catch (error) {
      if (left === 0 || !LOST.has((error as Error)?.name)) throw error;
      close();
    }
  }
}

async function once<T>(stores: Name[], mode: "readonly" | "readwrite", work: (tx: Tx) => Promise<T>): Promise<T> {
  const db = await open();
  const tx = db.transaction(stores, mode, { durability: "strict" }) as Tx;
  const [result] = await Promise.all([doing(tx, work), tx.done]);
  return result;
}

/** An error in the work undoes the transaction, and is the one that is heard. */
async function doing<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await work(tx);
  } catch (error) {
    tx.done.catch(() => {}); // the abort we are about to cause
    try {
      tx.abort();
    } catch {
      // it was over already
    }
    throw error;
  }
}

function open(): Promise<IDBPDatabase<Shape>> {
  if (person === null) throw new Error("no person's database is in use");
  opening ??= connect(databaseOf(person)).catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

function connect(name: string): Promise<IDBPDatabase<Shape>> {
  const lost = () => {
    opening = null;
  };
  return openDB<Shape>(name, VERSION, {
    upgrade: (db, from, _, tx) => {
      upgrade(db, from);
      if (from === 0) anew(tx as unknown as Tx);
    },
    blocking: () => void givingWay(),
    terminated: lost,
  });
}
