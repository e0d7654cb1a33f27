/** What signing out and a revoked login leave on the disk: outbox, drafts and held, and what is needed to send them later. */
import { purgeOthers } from "../engine/purge";
import type { Meta } from "../engine/types";
import { transact } from "./db";
import { purgeAllFiles } from "./file-purge";
import { KEPT } from "./kept";
import { freshMeta } from "./meta";
import { ENGINE, storePort } from "./port";

export async function purge(person: string): Promise<void> {
  // First what others wrote beneath one's own words in the outbox, then all the rest.
  await purgeOthers(storePort(person, () => {}));
  await transact(["confirmed", "sent", "meta"], "readwrite", async (tx) => {
    const meta = tx.objectStore("meta");
    const known = (await meta.get(ENGINE)) as Meta | undefined;
    await Promise.all([
      tx.objectStore("confirmed").clear(),
      tx.objectStore("sent").clear(),
      ...KEPT.map((name) => meta.delete(name)),
    ]);
    await meta.put(bare(freshMeta(person), known), ENGINE);
  });
  await transact(["files", "pieces", "meta"], "readwrite", async (tx) => {
    const known = (await tx.objectStore("meta").get(ENGINE)) as Meta | undefined;
    await purgeAllFiles(tx, known?.gen ?? null);
  });
}

/** The numbers go on: an answer to an older request stays recognisable, and the outbox keeps its order. */
export function bare(fresh: Meta, known: Meta | undefined): Meta {
  return known ? { ...fresh, n: known.n + 1, gen: known.gen, seq: known.seq } : fresh;
}
