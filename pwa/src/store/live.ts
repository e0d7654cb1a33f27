/** What is shown, as signals: the confirmed record with this device's changes and keystrokes on top. A kind is loaded when it is
 *  first asked for and stays live. One changed record wakes only those who look at it, or at its kind as a whole. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { isKind, type Kind, kinds } from "../records/kinds";
import { memory, onlyHere, pendingOf, wordsHere } from "./memory";
import { type Shown, shownNow } from "./shown";
import { unsent, wordsWait } from "./status";
import { lookForTwo, undecided } from "./undecided";

export type { Sibling } from "../engine/types";
export type { Shown } from "./shown";

/** What is in memory of one kind. `order` is sorted by id and changes only when a record comes or goes; `turn` with every change. */
interface Shelf {
  shown: Map<string, Shown>;
  order: Signal<readonly string[]>;
  turn: Signal<number>;
  list: ReadonlySignal<readonly Shown[]>;
}

const shelves = new Map<Kind, Shelf>();
const watched = new Map<string, Signal<Shown | undefined>>();
/** How many kinds that somebody looks at are still being read. */
const missing = signal(0);
/** Kinds that are in memory. */
const ready = new Set<Kind>();
const QUIETLY_AFTER = 300;
/** Answers whether it could be read. */
type Reading = (kind: Kind) => Promise<boolean>;
const nothing: Reading = async () => false;
let load = nothing;

/** Every kind asked for so far is in memory. */
export const loaded: ReadonlySignal<boolean> = computed(() => missing.value === 0);

export function all<K extends Kind>(kind: K): ReadonlySignal<readonly Shown<K>[]> {
  return shelf(kind).list as ReadonlySignal<readonly unknown[]> as ReadonlySignal<readonly Shown<K>[]>;
}

/** The ids alone, sorted: for long lists whose lines each look at their own record. */
export function ids(kind: Kind): ReadonlySignal<readonly string[]> {
  return shelf(kind).order;
}

export function one<K extends Kind>(kind: K, id: string): ReadonlySignal<Shown<K> | undefined> {
  const { shown } = shelf(kind);
  const seen = watched.get(id) ?? signal<Shown | undefined>(shown.get(id));
  watched.set(id, seen);
  return seen as ReadonlySignal<unknown> as ReadonlySignal<Shown<K> | undefined>;
}

/** These records may have changed: draw them again. */
export function redraw(changed: Iterable<string>): void {
  const touched = new Map<Shelf, boolean>();
  batch(() => {
    for (const id of changed) redrawOne(id, touched);
    for (const [one, anew] of touched) settle(one, anew);
    lookForTwo(changed);
    countUnsent();
  });
}

export function countUnsent(): void {
  unsent.value = onlyHere(true);
  wordsWait.value = wordsHere(true).length > 0;
}

export function redrawAll(): void {
  const { confirmed, outbox, drafts } = memory();
  const known = [...shelves.values()].flatMap((one) => [...one.shown.keys()]);
  redraw(new Set([...known, ...undecided.peek().keys(), ...confirmed.keys(), ...outbox.keys(), ...drafts.keys()]));
}

/** How a kind is read from the disk. Kinds that somebody looks at come first, the others soon after and quietly: no page then
 *  finds itself without them. */
export function onLoad(reading: Reading): void {
  load = reading;
  const asked = [...shelves.keys()].map(fetchAsked);
  setTimeout(async () => {
    await Promise.all(asked);
    if (load === reading) await fetchOthers();
  }, QUIETLY_AFTER);
}

/** Forget what was shown; those who look see nothing. */
export function clearLive(): void {
  load = nothing;
  ready.clear();
  redrawAll();
}

/** Says at once that something is missing, so that nobody draws an empty list; it is read when the drawing is done. */
function shelf(kind: Kind): Shelf {
  const known = shelves.get(kind);
  if (known) return known;
  const made = newShelf();
  shelves.set(kind, made);
  if (ready.has(kind)) redraw(idsOf(kind));
  else void fetchAsked(kind);
  return made;
}

async function fetchAsked(kind: Kind): Promise<void> {
  missing.value = missing.peek() + 1;
  await Promise.resolve();
  try {
    await fetchKind(kind);
  } finally {
    missing.value = missing.peek() - 1;
  }
}

async function fetchOthers(): Promise<void> {
  for (const kind of kinds) if (!ready.has(kind)) await fetchKind(kind);
}

async function fetchKind(kind: Kind): Promise<void> {
  const reading = load;
  if ((await reading(kind)) && load === reading) ready.add(kind);
}

function newShelf(): Shelf {
  const shown = new Map<string, Shown>();
  const order = signal<readonly string[]>([]);
  const turn = signal(0);
  const list = computed(() => {
    turn.value;
    return order.value.map((id) => shown.get(id) as Shown);
  });
  return { shown, order, turn, list };
}

/** Nobody looks at kinds without a shelf: there is nothing to draw. `touched` tells whether something came to a shelf or left it. */
function redrawOne(id: string, touched: Map<Shelf, boolean>): void {
  const kind = kindOf(id);
  const on = kind && shelves.get(kind);
  if (!on) return;
  const now = shownNow(id);
  const before = on.shown.has(id);
  if (now) on.shown.set(id, now);
  else on.shown.delete(id);
  touched.set(on, touched.get(on) || before !== Boolean(now));
  const seen = watched.get(id);
  if (seen) seen.value = now;
}

function kindOf(id: string): Kind | undefined {
  const kind = memory().confirmed.get(id)?.kind ?? pendingOf(id)[0]?.kind;
  if (kind !== undefined) return isKind(kind) ? kind : undefined;
  return [...shelves].find(([, { shown }]) => shown.has(id))?.[0];
}

function idsOf(kind: Kind): string[] {
  const { confirmed, outbox, waiting } = memory();
  const pending = [...outbox.values(), ...waiting.values()].flat();
  return [...confirmed.values(), ...pending].filter((row) => row.kind === kind).map((row) => row.id);
}

/** Lists are sorted again only when a record came or went. */
function settle({ shown, order, turn }: Shelf, anew: boolean): void {
  turn.value = turn.peek() + 1;
  if (anew) order.value = [...shown.keys()].sort();
}
