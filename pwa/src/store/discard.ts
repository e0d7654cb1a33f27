/** Throwing away what did not arrive, and keeping in step with the server's own list of it. */
import type { HeldDraft } from "../engine/types";
import { type Tx, transact } from "./db";
import { redrawHeld } from "./held";
import { inLine } from "./line";
import { memory } from "./memory";
import { written } from "./status";
import { diskFailed } from "./stranded";
import { say } from "./tabs";

const DISCARDED = "discarded";

/** Thrown away here at once, and on the server when it is reached. */
export function discard(mid: string): void {
  const row = memory().held.get(mid);
  memory().held.delete(mid);
  redrawHeld();
  // If the disk fails here the draft comes back at the next start: nothing is lost.
  inLine(() => transact(["held", "meta"], "readwrite", (tx) => forget(tx, mid, row?.here ?? false))).then(
    told,
    () => {},
  );
}

/** Thrown away by mistake: it is here again, also when the server has heard of it already. */
export function bringBack(row: HeldDraft): void {
  const again = { ...row, here: true };
  memory().held.set(row.mid, again);
  redrawHeld();
  inLine(() => transact(["held", "meta"], "readwrite", (tx) => remember(tx, again))).then(told, diskFailed);
}

/** The other pages show it no longer, or again; the server hears of it soon. */
function told(): void {
  say({ ids: [] });
  written();
}

/** Thrown away here; the server still has to hear of these. */
export async function discarded(): Promise<string[]> {
  return transact(["meta"], "readonly", (tx) => listed(tx));
}

/** The server has heard of it. */
export async function discardTold(mid: string): Promise<void> {
  await transact(["meta"], "readwrite", async (tx) => {
    const left = (await listed(tx)).filter((other) => other !== mid);
    await tx.objectStore("meta").put(left, DISCARDED);
  });
}

/** The server's own list of this person's held drafts: what other devices sent is shown too, what was thrown away elsewhere goes. */
export async function learnHeld(list: readonly HeldDraft[]): Promise<void> {
  const mine = memory();
  const now = await transact(["held", "meta"], "readwrite", (tx) => merged(tx, list));
  if (mine !== memory()) return;
  memory().held = new Map(now.map((row) => [row.mid, row]));
  redrawHeld();
  say({ ids: [] });
}

async function merged(tx: Tx, list: readonly HeldDraft[]): Promise<HeldDraft[]> {
  const store = tx.objectStore("held");
  const [known, gone] = await Promise.all([store.getAll(), listed(tx)]);
  const told = new Set(list.map((row) => row.mid));
  const here = new Set(known.map((row) => row.mid));
  const stays = known.filter((row) => row.here || told.has(row.mid)).map((row) => onServer(row, told));
  const news = list.filter((row) => !here.has(row.mid) && !gone.includes(row.mid));
  const left = known.filter((row) => !row.here && !told.has(row.mid));
  await Promise.all(left.map((row) => store.delete(row.mid)));
  await Promise.all([...stays, ...news].map((row) => store.put(row)));
  return [...stays, ...news];
}

/** It may have been thought to be here alone. */
function onServer(row: HeldDraft, told: ReadonlySet<string>): HeldDraft {
  return row.here && told.has(row.mid) ? { ...row, here: false } : row;
}

async function forget(tx: Tx, mid: string, onlyHere: boolean): Promise<void> {
  await tx.objectStore("held").delete(mid);
  if (onlyHere) return;
  await tx.objectStore("meta").put([...(await listed(tx)), mid], DISCARDED);
}

async function remember(tx: Tx, row: HeldDraft): Promise<void> {
  await tx.objectStore("held").put(row);
  await tx.objectStore("meta").put(
    (await listed(tx)).filter((mid) => mid !== row.mid),
    DISCARDED,
  );
}

async function listed(tx: Tx): Promise<string[]> {
  return ((await tx.objectStore("meta").get(DISCARDED)) as string[] | undefined) ?? [];
}
