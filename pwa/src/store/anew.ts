/** A browser may throw everything away under a page that is open: what only this device had is put back, out of the page's memory. */
import { remember, type Tx } from "./db";
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
  void remember(person);
}
