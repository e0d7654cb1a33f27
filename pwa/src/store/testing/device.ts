/** A device for tests: a disk, a localStorage, and pages that can be opened and killed. Each page has its own copy of every module. */
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { vi } from "vitest";

/** The cast (HOUSE §4). */
export const BRAM = "0198a100-0000-7000-8000-00000000b4a0";
export const JORIS = "0198a100-0000-7000-8000-0000000007a1";

/** What the server says of somebody, without any role. */
export const accountOf = (id: string, name: string) => ({
  person: { id, name, email: `${name.toLowerCase()}@school.nl`, language: "nl" },
  ...{ roles: [], scopes: {}, programmes: [], communities: [], demo: false },
});

/** How each page that was opened comes to its end. */
const ends: (() => void)[] = [];

/** Pages of the former one may have a timer left; what they keep in a lifeboat is not for this one. */
export function newDevice(): void {
  for (const end of ends.splice(0)) end();
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal("localStorage", shelf());
}

/** A page of the app, opened now. The former one is as good as killed: nobody calls it any more. */
export async function openPage() {
  vi.resetModules();
  const [session, write, live, drafts, status, held] = await Promise.all([
    import("../session"),
    import("../write"),
    import("../live"),
    import("../drafts"),
    import("../status"),
    Promise.all([import("../held"), import("../discard")]).then(([rows, verbs]) => ({ ...rows, ...verbs })),
  ]);
  const under = await beneath();
  ends.push(under.typing.forgetTyping, under.lifeboat.castOff);
  return { session, write, live, drafts, status, held, ...under };
}

async function beneath() {
  const [memory, db, lifeboat, stranded, me, typing, told, undecided, files] = await Promise.all([
    import("../memory"),
    import("../db"),
    import("../lifeboat"),
    import("../stranded"),
    import("../me"),
    import("../typing"),
    import("../told"),
    import("../undecided"),
    import("../files"),
  ]);
  return { memory, db, lifeboat, stranded, me, typing, told, undecided, files };
}
export type Page = Awaited<ReturnType<typeof openPage>>;

export async function openFor(person: string): Promise<Page> {
  const page = await openPage();
  await page.session.openFor(person);
  return page;
}

/** What a kind shows once it is read. */
export async function shown<K extends Parameters<Page["live"]["all"]>[0]>(page: Page, kind: K) {
  const list = page.live.all(kind);
  await until(() => page.memory.memory().kinds.has(kind) && page.live.loaded.value);
  return list.value;
}

/** Bram's page, and a goal of his. */
export async function withGoal(text = "lezen"): Promise<[Page, string]> {
  const page = await openFor(BRAM);
  await shown(page, "goal");
  const id = page.write.create("goal", `self:${BRAM}`, { text });
  await page.write.settled();
  return [page, id];
}

/** Keystrokes, as the disk has them. */
export const typedOnDisk = (page: Page) =>
  page.db.transact(["drafts"], "readonly", (tx) => tx.objectStore("drafts").getAll());

export async function until(met: () => boolean): Promise<void> {
  for (let tries = 0; !met(); tries++) {
    if (tries > 2_000) throw new Error("it never happened");
    await new Promise((resume) => setTimeout(resume, 2));
  }
}

/** A localStorage, as plain as the real one: its keys are its own. */
function shelf(): Storage {
  const kept: Record<string, string> = {};
  const verbs = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
    removeItem: (key: string) => {
      delete kept[key];
    },
  };
  return new Proxy(kept, {
    get: (_, name) => verbs[name as keyof typeof verbs] ?? kept[name as string],
  }) as unknown as Storage;
}

/** What a page has around it: a document that can hide and show itself, a window that hears of the network. */
export function newWindow(): { hide(): void; show(): void; network(back: boolean): void } {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const window = new EventTarget();
  vi.stubGlobal("document", page);
  vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
  const turn = (state: string) => {
    page.visibilityState = state;
    page.dispatchEvent(new Event("visibilitychange"));
  };
  return {
    hide: () => turn("hidden"),
    show: () => turn("visible"),
    network: (back) => window.dispatchEvent(new Event(back ? "online" : "offline")),
  };
}

/** A database as an earlier version left it. */
export interface OldStore {
  version: number;
  stores: Record<string, { keyPath: string | string[] | null; indexes: Record<string, string>; rows: unknown[] }>;
}

/** Puts a recorded database on this device. */
export async function restore(name: string, { version, stores }: OldStore): Promise<void> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const [store, rows] of Object.entries(stores)) fill(request.result, store, rows);
  };
  await new Promise((done, failed) => Object.assign(request, { onsuccess: done, onerror: failed }));
  request.result.close();
}

function fill(db: IDBDatabase, name: string, { keyPath, indexes, rows }: OldStore["stores"][string]): void {
  const store = db.createObjectStore(name, { keyPath });
  for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
  for (const row of rows) {
    if (keyPath !== null) store.put(row);
    else store.put((row as [string, unknown])[1], (row as [string, unknown])[0]);
  }
}
