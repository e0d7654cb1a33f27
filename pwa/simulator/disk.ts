/** A page's way to its device's disk. Each commit has two moments, before and after; at any of them the page can be killed. */
import { type IDBFactory, IDBOpenDBRequest } from "fake-indexeddb";
import { told } from "./bytes";

export interface Life {
  readonly dead: boolean;
  /** Connections, the oldest first. */
  readonly databases: (EventTarget & { close(): void })[];
  /** Something is about to happen that a crash can come before or after. */
  moment(): void;
}

type Open = { result: IDBDatabase };

/** The factory as this page sees it. */
export function disk(factory: IDBFactory, life: Life): IDBFactory {
  const open = (name: string, version?: number) => {
    const request = factory.open(name, version);
    request.addEventListener("success", () => watch((request as unknown as Open).result, life));
    return request;
  };
  const verbs = {
    open,
    deleteDatabase: (name: string) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
  };
  const never = () => new IDBOpenDBRequest();
  return Object.fromEntries(
    Object.entries(verbs).map(([name, verb]) => [
      name,
      (...args: never[]) => (life.dead ? never() : (verb as Verb)(...args)),
    ]),
  ) as unknown as IDBFactory;
}

type Verb = (...args: never[]) => unknown;

function watch(db: IDBDatabase, life: Life): void {
  life.databases.push(db);
  const real = db.transaction.bind(db);
  db.transaction = (stores, mode, options) => {
    if (life.dead) throw new DOMException("this page was killed", "InvalidStateError");
    const tx = real(stores, mode, options);
    if (mode === "readwrite") {
      tx.addEventListener("complete", () => life.moment()); // first of all who listen
      life.moment();
      if (life.dead) tx.abort();
    }
    return tx;
  };
}

/** Every row of every database of a device, read past all pages. */
export async function rowsOf(factory: IDBFactory): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const { name } of await factory.databases()) {
    const db = (await done(factory.open(name as string))) as IDBDatabase;
    found[name as string] = await storesOf(db);
    db.close();
  }
  return found;
}

async function storesOf(db: IDBDatabase): Promise<Record<string, unknown>> {
  const names = [...db.objectStoreNames];
  if (names.length === 0) return {};
  const tx = db.transaction(names, "readonly");
  const rows = (await Promise.all(names.map((name) => done(tx.objectStore(name).getAll())))) as Row[][];
  return Object.fromEntries(names.map((name, at) => [name, rows[at]?.map(plain)]));
}

type Row = { data?: unknown };

/** As JSON can tell it: of the pieces of a file, their bytes in hex. */
function plain(row: Row): Row {
  return row.data instanceof ArrayBuffer ? { ...row, data: told(row.data) } : row;
}

function done(request: { result: unknown; onsuccess: unknown; onerror: unknown; error?: unknown }): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
