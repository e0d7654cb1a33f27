/** Everything that is written goes through here, one after the other: at once into memory, then in one strict transaction to the disk. */
import { batch } from "@preact/signals";
import { mutate } from "../engine/mutate";
import type { Changes } from "../engine/ports";
import type { Queued } from "../engine/types";
import type { Tx } from "./db";
import { type Intent, waitingRow } from "./intent";
import { inLine } from "./line";
import { redraw } from "./live";
import { add, memory, take } from "./memory";
import { freshMeta } from "./meta";
import { persist } from "./persist";
import { commit } from "./port";
import { rules } from "./rules";
import { written } from "./status";
import { strand } from "./stranded";
import { takeIn } from "./taken";

type Also = (tx: Tx) => Promise<unknown>;

/** Shown at once. `also` is done in the transaction that makes it last. */
export function put(intent: Intent, also?: Also): void {
  const row = waitingRow(intent);
  const mine = memory();
  add(mine.waiting, row);
  redraw([intent.id]);
  inLine(() => keep(intent, row, also))
    .then(persist)
    .catch((error) => mine === memory() && strand(row, error));
  written();
}

/** The same mid however often it is tried, so that a replay on a new connection cannot double it. */
function keep(intent: Intent, row: Queued, also?: Also): Promise<null> {
  const ambient = { clock: { now: Date.now }, random: { mid: () => row.mid, fraction: Math.random } };
  return commit(
    () => freshMeta(memory().person),
    { ids: [intent.id] },
    (slice) => ({ changes: mutate(slice, intent, ambient, rules), result: null }),
    (changes) => arrive(row, changes),
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
}
