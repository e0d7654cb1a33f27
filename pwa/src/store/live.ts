/** What is shown, as signals: the confirmed record with this device's changes and keystrokes on top. A kind is loaded when it is
 *  first asked for and stays live. One changed record wakes only those who look at it, or at its kind as a whole. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { isKind, type Kind } from "../records/kinds";
import { memory, onlyHere } from "./memory";
import { type Shown, shownNow } from "./shown";
import { unsent } from "./status";

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
const missing = signal(0);
let load: (kind: Kind) => Promise<void> = async () => {};

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
  const touched = new Set<Shelf>();
  batch(() => {
    for (const id of changed) redrawOne(id, touched);
    for (const one of touched) settle(one);
    unsent.value = onlyHere();
  });
}

export function redrawAll(): void {
  const { confirmed, outbox, drafts } = memory();
  const known = [...shelves.values()].flatMap((one) => [...one.shown.keys()]);
  redraw(new Set([...known, ...confirmed.keys(), ...outbox.keys(), ...drafts.keys()]));
}

/** How a kind is read from the disk; asks at once for the kinds that somebody already looks at. */
export function onLoad(reading: (kind: Kind) => Promise<void>): void {
  load = reading;
  for (const kind of shelves.keys()) fetchKind(kind);
}

/** Forget what was shown; those who look see nothing. */
export function clearLive(): void {
  load = async () => {};
  redrawAll();
}

function shelf(kind: Kind): Shelf {
  const known = shelves.get(kind);
  if (known) return known;
  const made = newShelf();
  shelves.set(kind, made);
  // Not while a component draws: loading sets signals.
  queueMicrotask(() => fetchKind(kind));
  return made;
}

function newShelf(): Shelf {
  const shown = new Map<string, Shown>();
  const order = signal<readonly string[]>([]);
  const turn = signal(0);
  const list = computed(() => {
    turn.value;
    return order.value.flatMap((id) => shown.get(id) ?? []);
  });
  return { shown, order, turn, list };
}

async function fetchKind(kind: Kind): Promise<void> {
  missing.value++;
  try {
    await load(kind);
  } finally {
    missing.value--;
  }
}

function redrawOne(id: string, touched: Set<Shelf>): void {
  const now = shownNow(id);
  const kind = now?.kind ?? watched.get(id)?.peek()?.kind ?? kindOf(id);
  const on = kind && shelves.get(kind);
  if (now && on) on.shown.set(id, now);
  else on?.shown.delete(id);
  if (on) touched.add(on);
  const seen = watched.get(id);
  if (seen) seen.value = now;
}

function kindOf(id: string): Kind | undefined {
  for (const [kind, { shown }] of shelves) if (shown.has(id)) return kind;
  const kind = memory().confirmed.get(id)?.kind;
  return kind !== undefined && isKind(kind) ? kind : undefined;
}

/** Lists are sorted again only when a record came or went. */
function settle({ shown, order, turn }: Shelf): void {
  turn.value++;
  const before = order.peek();
  if (before.length === shown.size && before.every((id) => shown.has(id))) return;
  order.value = [...shown.keys()].sort();
}
