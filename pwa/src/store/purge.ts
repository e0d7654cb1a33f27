/** What signing out and a revoked login leave on the disk: outbox, drafts and held, and what is needed to send them later. */
import type { Meta } from "../engine/types";
import { transact } from "./db";
import { freshMeta } from "./meta";
import { ENGINE } from "./port";

export async function purge(): Promise<void> {
  await transact(["confirmed", "sent", "meta"], "readwrite", async (tx) => {
    const meta = tx.objectStore("meta");
    const known = (await meta.get(ENGINE)) as Meta | undefined;
    await Promise.all([tx.objectStore("confirmed").clear(), tx.objectStore("sent").clear(), meta.clear()]);
    await meta.put(bare(known), ENGINE);
  });
}

/** The numbers go on: an answer to an older request stays recognisable, and the outbox keeps its order. */
function bare(known: Meta | undefined): Meta {
  const fresh = freshMeta();
  return known ? { ...fresh, n: known.n + 1, gen: known.gen, seq: known.seq } : fresh;
}
