/** The sent-box is kept for thirty days: as long as a restore of the server may still ask for it. */
import { Desk } from "./desk";
import type { StorePort } from "./ports";

const KEPT = 30 * 86_400_000;

/** By the server's clock on both ends: this device's may be years off. */
export async function prune(store: StorePort): Promise<void> {
  await store.transact({ archive: true }, (slice) => {
    const now = Date.parse(slice.meta.serverNow ?? "");
    const old = slice.sent.filter((row) => now - Date.parse(row.at) > KEPT);
    if (old.length === 0) return { changes: null, result: undefined };
    const desk = new Desk(slice);
    for (const row of old) desk.sent.remove(row.seq);
    return { changes: desk.changes(), result: undefined };
  });
}
