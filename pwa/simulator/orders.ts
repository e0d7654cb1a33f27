/** What can be ordered: orders are carried out one after the other, and what came of them is told. */
import { chance } from "./chance";
import { Device, type Making } from "./device";
import { answer, fail, forgetCalls, newCalls, type Reply } from "./net";
import type * as Page from "./page";
import { type MakePage, Tab } from "./tab";
import { pass, setTime, settle, timeNow } from "./time";

type Order = [verb: string, ...args: never[]];
type Verb = (...args: never[]) => unknown;

let tabs = new Map<string, Tab>();
let turns: unknown[] = [];
const faults: string[] = [];
const pages = new Map<string, MakePage>();
let bundleOf: (file: string) => string;

/** What can be ordered. What an act answers is told at once; the rest is awaited by `settle`. */
const VERBS: Record<string, Verb> = {
  begin(bundle: string, seed: number, now: number, all: Making[]) {
    setTime(now);
    forgetCalls();
    turns = [];
    tabs = new Map(all.flatMap((making, at) => tabsOf(bundle, making, seed * 101 + at)));
  },
  open: (name: string, person: string) => void watched(name, tab(name).open().open(person)),
  kill: (name: string) => tab(name).kill(),
  /** Somebody leaves the app, sets the clock, and comes back. */
  setClock(name: string, skew: number) {
    const { device } = tab(name);
    const awake = [...tabs.values()].filter((one) => one.device === device && !one.life?.frozen);
    for (const one of awake) one.looks("hidden");
    device.skew = skew;
    for (const one of awake) one.looks("visible");
  },
  dieAfter: (name: string, moments: number) => tab(name).life?.dieAfter(moments),
  hide: (name: string) => tab(name).looks("hidden"),
  freeze(name: string) {
    const { life } = tab(name);
    if (life) life.frozen = true;
  },
  /** Somebody looks at it again. */
  thaw(name: string) {
    tab(name).life?.thaw();
    tab(name).looks("visible");
  },
  act(device: string, name: keyof typeof Page.acts, ...args: never[]) {
    const done = (page(device).acts[name] as Verb)(...args);
    return done instanceof Promise ? void watched(device, done) : done;
  },
  sync(device: string, withMe: boolean, only?: string[]) {
    const told = (outcome: object) => turns.push({ device, ...outcome });
    void watched(device, page(device).sync(withMe, only).then(told));
  },
  upload: (device: string) => void watched(device, page(device).upload()),
  signOut: (device: string) => void watched(device, page(device).signOut()),
  update: (name: string) => tab(name).update(),
  leave: (device: string) => void watched(device, page(device).leave()),
  answer: (call: number, reply: Reply) => answer(call, reply),
  fail: (call: number) => fail(call),
  screen: (name: string) => tab(name).page?.screen() ?? null,
  keeps: (name: string) => tab(name).device.keeps(),
  /** Those of the words that are looked for that are anywhere on its disk. */
  words: async (name: string, pattern: string) => wordsIn(await tab(name).device.keeps(), pattern),
  /** Signing in on the page that is open. */
  enter: (device: string, person: string) => void watched(device, page(device).open(person)),
  pass: (ms: number) =>
    pass(ms, () => [...tabs.values()].flatMap(({ life }) => (life && !life.frozen ? [life.timers] : []))),
  settle: (most?: number) => settle(most),
};

function tabsOf(bundle: string, making: Making, seed: number): [string, Tab][] {
  const make = pages.get(bundle) ?? made(bundle);
  pages.set(bundle, make);
  const device = new Device(making, chance(seed));
  return making.pages.map((name) => [name, new Tab(device, name, make)]);
}

/** Every name a page may find around it is a parameter of its one function. */
const AROUND = [
  ...[
    "indexedDB",
    "IDBDatabase",
    "IDBObjectStore",
    "IDBIndex",
    "IDBCursor",
    "IDBTransaction",
    "IDBRequest",
    "IDBKeyRange",
  ],
  ...[
    "IDBCursorWithValue",
    "fetch",
    "Date",
    "Math",
    "crypto",
    "localStorage",
    "document",
    "addEventListener",
    "navigator",
  ],
  ...["setTimeout", "clearTimeout", "location", "console", "BroadcastChannel", "CompressionStream", "EventSource"],
];

function made(bundle: string): MakePage {
  const body = new Function(...AROUND, `${bundleOf(bundle)}\nreturn Page;`);
  return (globals) => body(...AROUND.map((name) => globals[name]));
}

/** What goes wrong on a page that lives is told. */
async function watched(name: string, work: Promise<unknown>): Promise<void> {
  const { life } = tab(name);
  await work.catch((error: Error) => life?.dead || faults.push(`${name}: ${error.stack}`));
}

function wordsIn(it: unknown, pattern: string): string[] {
  return [...new Set(JSON.stringify(it).match(new RegExp(pattern, "g")))];
}

function tab(name: string): Tab {
  return tabs.get(name) as Tab;
}

function page(name: string): typeof Page {
  const { page } = tab(name);
  if (!page) throw new Error(`${name} is off`);
  return page;
}

export async function carriedOut(orders: Order[]): Promise<unknown> {
  const values: unknown[] = [];
  for (const [verb, ...args] of orders) {
    const value = VERBS[verb]?.(...args);
    values.push(SLOW.has(verb) ? await value : value);
  }
  await settle(); // and with it whatever was promised above
  const died = [...tabs.values()].filter(({ life }) => life?.dead).map(({ name }) => name);
  const told = {
    values: await Promise.all(values),
    calls: newCalls(),
    turns,
    died,
    now: timeNow(),
    faults: faults.splice(0),
  };
  turns = [];
  return told;
}
const SLOW = new Set(["pass", "settle"]);

/** What a killed page had under way is broken off, and nobody is left to hear of it. */
export function unheard(error: Error): void {
  const ofTheDead = error?.name === "AbortError" && [...tabs.values()].some(({ life }) => life?.dead);
  if (!ofTheDead) faults.push(String(error?.stack));
}

/** How a bundle is read: this file knows of no process around it. */
export function readBundlesBy(read: (file: string) => string): void {
  bundleOf = read;
}
