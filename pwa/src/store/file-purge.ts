/** What leaves the device with the records it was read through. One's own that the server does not have stays, like the outbox. */
import type { Changes } from "../engine/ports";
import { filesIn } from "../records/files";
import type { Tx } from "./db";
import { type KeptFile, waits } from "./file-rows";
import { partsOf } from "./shape";

/** Whether a file may have to leave with it: one's own writing and most answers concern none. */
export function touchesFiles({ confirmed, drafts }: Changes): boolean {
  return confirmed.put.length + confirmed.remove.length + drafts.remove.length > 0;
}

/** In the transaction that takes an answer in. */
export async function purgeFiles(tx: Tx, changes: Changes): Promise<void> {
  if (!touchesFiles(changes)) return;
  const { drafts } = changes;
  const { put, remove } = leaving(await tx.objectStore("files").getAll(), changes);
  await Promise.all([
    ...put.map((row) => tx.objectStore("files").put(row)),
    ...remove.map((row) => drop(tx, row.hash)),
  ]);
  if (drafts.remove.length > 0) await eraseRecordings(tx, new Set(drafts.remove));
}

/** A login that ended: of all that was read and made here, what the server does not have is left. */
export async function purgeAllFiles(tx: Tx, gen: string | null): Promise<void> {
  const rows = await tx.objectStore("files").getAll();
  await Promise.all(rows.filter((row) => !waits(row, gen)).map((row) => drop(tx, row.hash)));
}

export async function drop(tx: Tx, hash: string): Promise<void> {
  await Promise.all([tx.objectStore("files").delete(hash), tx.objectStore("pieces").delete(partsOf(hash))]);
}

export async function forgetRecording(tx: Tx, id: string): Promise<void> {
  await Promise.all([tx.objectStore("recordings").delete(id), tx.objectStore("slices").delete(partsOf(id))]);
}

/** Which rows change, and which go. Pure. */
export function leaving(
  rows: readonly KeptFile[],
  { confirmed, drafts, meta }: Pick<Changes, "confirmed" | "drafts" | "meta">,
): { put: KeptFile[]; remove: KeptFile[] } {
  const gone = new Set(confirmed.remove);
  const erased = new Set(drafts.remove);
  const came = new Map(confirmed.put.map((row) => [row.id, row]));
  const stays = (row: KeptFile) => (id: string) => {
    if (erased.has(id)) return false;
    if (waits(row, meta.gen)) return true;
    const now = came.get(id);
    // One's own may be named by a change that is still on its way.
    return now ? row.own || filesIn(now.fields).some(({ hash }) => hash === row.hash) : !gone.has(id);
  };
  const touched = rows
    .map((row) => ({ row, records: row.records.filter(stays(row)) }))
    .filter(({ row, records }) => records.length < row.records.length);
  return {
    put: touched.filter(({ records }) => records.length > 0).map(({ row, records }) => ({ ...row, records })),
    remove: touched.filter(({ records }) => records.length === 0).map(({ row }) => row),
  };
}

async function eraseRecordings(tx: Tx, erased: ReadonlySet<string>): Promise<void> {
  const rows = (await tx.objectStore("recordings").getAll()).filter(({ record }) => erased.has(record));
  await Promise.all(rows.map(({ id }) => forgetRecording(tx, id)));
}
