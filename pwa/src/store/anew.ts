/** A browser may throw everything away under a page that is open: what only this device had is put back, out of the page's memory. */
import { remember, type Tx } from "./db";
import type { Kept } from "./kept";
import { me } from "./me";
import { memory } from "./memory";
import { freshMeta } from "./meta";
import { ENGINE } from "./port";
import { bare } from "./purge";

/** Nothing is known yet when somebody signs in for the first time. */
export function putBack(tx: Tx): void {
  const { person, meta, outbox, drafts, held } = memory();
  if (!meta) return;
  for (const row of [...outbox.values()].flat()) void tx.objectStore("outbox").put(row);
  for (const ofRecord of drafts.values()) for (const row of ofRecord.values()) void tx.objectStore("drafts").put(row);
  for (const row of held.values()) void tx.objectStore("held").put(row);
  void tx.objectStore("meta").put(bare(freshMeta(person), meta), ENGINE);
  // Else the next page that opens without a network would ask to sign in, and hide all this.
  if (me.value) void tx.objectStore("meta").put(me.value, "me" satisfies Kept);
  void remember(person);
}
