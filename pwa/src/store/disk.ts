/** Everything that is written goes through here, one after the other: at once into memory, then in one strict transaction to the disk. */
import { batch } from "@preact/signals";
import { mutate } from "../engine/mutate";
import type { Changes, Slice } from "../engine/ports";
import type { Base, Queued, Value } from "../engine/types";
import type { Tx } from "./db";
import { type Intent, intentOf, waitingRow } from "./intent";
import { fillLifeboat } from "./lifeboat";
import { inLine } from "./line";
import { redraw } from "./live";
import { add, type Memory, memory, pendingOf, take } from "./memory";
import { persist } from "./persist";
import { commit } from "./port";
import { rules } from "./rules";
import { shownNow } from "./shown";
import { written } from "./status";
import { diskWorks, strand } from "./stranded";
import { say } from "./tabs";
import { takeIn } from "./taken";

type Also = (tx: Tx) => Promise<unknown>;

/** Shown at once, and from then on safe from a page that ends. `also` is done in the transaction that makes it last. */
export function put(intent: Intent, also?: Also): void {
  const row = waitingRow({ ...intent, ...seen(intent) });
  add(memory().waiting, row);
  fillLifeboat();
  redraw([intent.id]);
  write(row, intent.mid !== undefined, also);
  written();
}

/** Shown only when it is on the disk, `also` included, and not at all when the disk refuses: for what no lifeboat could hold. */
export async function putWhole(intent: Intent, also: Also): Promise<void> {
  const mine = memory();
  const row = waitingRow({ ...intent, ...seen(intent) });
  await inLine(() => keep(mine, row, false, also));
  persist();
  written();
}

/** What was on the screen under it: should others' words come in before it is on the disk, they are joined, and nothing is done to
 *  what nobody saw. */
function seen({ id, set, over, base }: Intent): Pick<Intent, "over" | "base"> {
  const fields = shownNow(id)?.fields as Record<string, Value> | undefined;
  const under = over ?? (fields && Object.fromEntries(Object.keys(set).map((key) => [key, fields[key] ?? null])));
  const on = base ?? baseNow(id);
  return { ...(under && { over: under }), ...(on && { base: on }) };
}

function baseNow(id: string): Base | undefined {
  const last = pendingOf(id).at(-1);
  if (last) return last.sent ? { mid: last.mid } : last.mutation.base;
  const rev = memory().confirmed.get(id)?.rev;
  return rev === undefined ? undefined : { rev };
}

function write(row: Queued, again: boolean, also?: Also): void {
  const mine = memory();
  inLine(() => keep(mine, row, again, also)).then(
    () => mine === memory() && works(),
    (error) => mine === memory() && strand(row, error),
  );
}

function works(): void {
  persist();
  for (const row of diskWorks()) write(row, true);
}

/** The same mid however often it is tried, by whichever page. What is tried `again` may be there already, or have been. */
function keep(mine: Memory, row: Queued, again: boolean, also?: Also): Promise<null> {
  const ambient = { clock: { now: Date.now }, random: { mid: () => row.mid, fraction: Math.random } };
  const isThere = ({ outbox, sent }: Slice) => [...outbox, ...sent].some(({ mid }) => mid === row.mid);
  return commit(
    mine.person,
    { ids: [row.id], archive: again },
    (slice) => ({ changes: isThere(slice) ? null : mutate(slice, intentOf(row), ambient, rules), result: null }),
    (changes) => mine === memory() && arrive(row, changes),
    also,
  );
}

/** From "on its way" to "on the disk" in one step, so that nothing flickers. */
function arrive(row: Queued, changes: Changes | null): void {
  batch(() => {
    take(memory().waiting, new Set([row]));
    if (changes) takeIn(changes);
    else redraw([row.id]);
  });
  if (!changes) say({ ids: [row.id] }); // its keystrokes have gone
}
