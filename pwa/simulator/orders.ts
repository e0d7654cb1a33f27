/** What can be ordered: orders are carried out one after the other, and what came of them is told. */
import { chance } from "./chance";
import { Device, type MakePage } from "./device";
import { answer, fail, forgetCalls, newCalls, type Reply } from "./net";
import type * as Page from "./page";
import { pass, setTime, settle, timeNow } from "./time";

type Order = [verb: string, ...args: never[]];
type Verb = (...args: never[]) => unknown;

let devices = new Map<string, Device>();
let turns: unknown[] = [];
const faults: string[] = [];
const pages = new Map<string, MakePage>();
let bundleOf: (file: string) => string;

/** What can be ordered. What an act answers is told at once; the rest is awaited by `settle`. */
const VERBS: Record<string, Verb> = {
  begin(bundle: string, seed: number, now: number, all: Record<string, number>) {
    setTime(now);
    forgetCalls();
    turns = [];
    devices = new Map(
      Object.keys(all).map((name, at) => [name, madeOf(bundle, name, seed * 101 + at, all[name] as number)]),
    );
  },
  open: (device: string, person: string) => void watched(device, device_(device).open().open(person)),
  kill: (device: string) => device_(device).kill(),
  setClock: (device: string, skew: number) => device_(device).setClock(skew),
  dieAfter: (device: string, moments: number) => device_(device).life?.dieAfter(moments),
  act: (device: string, name: keyof typeof Page.acts, ...args: never[]) => (page(device).acts[name] as Verb)(...args),
  sync(device: string, withMe: boolean, only?: string[]) {
    const told = (outcome: object) => turns.push({ device, ...outcome });
    void watched(device, page(device).sync(withMe, only).then(told));
  },
  signOut: (device: string) => void watched(device, page(device).signOut()),
  update: (device: string) => device_(device).update(),
  leave: (device: string) => void watched(device, page(device).leave()),
  answer: (call: number, reply: Reply) => answer(call, reply),
  fail: (call: number) => fail(call),
  screen: (device: string) => device_(device).page?.screen() ?? null,
  keeps: (device: string) => device_(device).keeps(),
  /** Those of the words that are looked for that are anywhere on its disk. */
  words: async (device: string, pattern: string) => wordsIn(await device_(device).keeps(), pattern),
  /** Signing in on the page that is open. */
  enter: (device: string, person: string) => void watched(device, page(device).open(person)),
  pass: (ms: number) => pass(ms, () => [...devices.values()].flatMap(({ life }) => (life ? [life.timers] : []))),
  settle: (most?: number) => settle(most),
};

function madeOf(bundle: string, name: string, seed: number, skew: number): Device {
  const make = pages.get(bundle) ?? made(bundle);
  pages.set(bundle, make);
  return new Device(name, make, chance(seed), skew);
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
  const { life } = device_(name);
  await work.catch((error: Error) => life?.dead || faults.push(`${name}: ${error.stack}`));
}

function wordsIn(it: unknown, pattern: string): string[] {
  return [...new Set(JSON.stringify(it).match(new RegExp(pattern, "g")))];
}

function device_(name: string): Device {
  return devices.get(name) as Device;
}

function page(name: string): typeof Page {
  const { page } = device_(name);
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
  const died = [...devices.values()].filter(({ life }) => life?.dead).map(({ name }) => name);
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
  const ofTheDead = error?.name === "AbortError" && [...devices.values()].some(({ life }) => life?.dead);
  if (!ofTheDead) faults.push(String(error?.stack));
}

/** How a bundle is read: this file knows of no process around it. */
export function readBundlesBy(read: (file: string) => string): void {
  bundleOf = read;
}
