/** Small things this device knows for its person, each under a name of its own beside the engine's row in `meta`. */
import { transact } from "./db";
import { inLine } from "./line";

/** The names, so that reading, purging and keeping speak of the same ones. */
export const KEPT = ["me", "hat", "toldAll", "unshared"] as const;
export type Kept = (typeof KEPT)[number];

/** To a list that other pages and the worker add to as well. */
export function keepAlso(name: Kept, ids: readonly string[]): Promise<void> {
  return inLine(() =>
    transact(["meta"], "readwrite", async (tx) => {
      const meta = tx.objectStore("meta");
      const known = ((await meta.get(name)) ?? []) as string[];
      await meta.put([...new Set([...known, ...ids])], name);
    }),
  );
}

/** Not kept is no harm: each of these is said again by the server, or chosen again. */
export function keep(name: Kept, value: unknown): void {
  inLine(() => transact(["meta"], "readwrite", (tx) => tx.objectStore("meta").put(value, name))).catch(() => {});
}
