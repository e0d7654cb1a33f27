/** The verbs with which features add a file to a record and take it out again. Its bytes, the facts in the record and the end of the
 *  recording it came from are one transaction: there is never the one without the other. */
import { type FileFacts, fileKey, filesIn } from "../records/files";
import { uuid7 } from "../records/ids";
import type { Kind } from "../records/kinds";
import { type Tx, transact } from "./db";
import { putWhole } from "./disk";
import { forgetRecording } from "./file-purge";
import type { KeptFile } from "./file-rows";
import { tell } from "./files";
import { inLine } from "./line";
import { hashOf, keepBytes, rowOf } from "./pieces";
import { syncNow } from "./status";
import { change } from "./write";

export type NewFile = Omit<FileFacts, "hash" | "bytes">;

/** Rejects when the disk does not take it: then nothing has changed. `recording`: what it was made of, which is done with. */
export async function attach(kind: Kind, id: string, facts: NewFile, data: ArrayBuffer, recording?: string) {
  const hash = await hashOf(data);
  const file: FileFacts = { hash, bytes: data.byteLength, ...facts };
  const also = async (tx: Tx) => {
    await keepBytes(tx, { ...rowOf(file, id), own: true }, data);
    if (recording !== undefined) await forgetRecording(tx, recording);
  };
  await putWhole({ id, kind, set: { [fileKey(uuid7())]: { ...file } as never } }, also);
  await tell();
}

/** Out of the record; the function returned puts it back. The bytes stay until nobody can want them back. */
export function detach(kind: Kind, id: string, { key, ...file }: FileFacts & { key: string }): () => void {
  change(kind, id, { [key]: null });
  void unlink(file.hash, id);
  return () => {
    change(kind, id, { [key]: file });
    void link(file.hash, id);
  };
}

/** A record that is made of another names its files too: their bytes are here for both, whatever becomes of the other. */
export function alsoFor(id: string, fields: Readonly<Record<string, unknown>>): void {
  for (const { hash } of filesIn(fields)) void link(hash, id);
}

/** The server refused it, and a person thinks it would take it now. */
export async function tryAgain(hash: string): Promise<void> {
  await note(hash, ({ refused: _, ...row }) => row);
  syncNow();
}

/** A record that is thrown away lets go of its files. */
export function letGo(id: string, fields: Readonly<Record<string, unknown>>): void {
  for (const { hash } of filesIn(fields)) void unlink(hash, id);
}

export function describe(kind: Kind, id: string, { key, ...file }: FileFacts & { key: string }, about: string): void {
  const { about: _, ...facts } = file;
  change(kind, id, { [key]: about ? { ...facts, about } : facts });
}

/** That the server had it is of no use now: it may have let go of it before it hears that this record names it. */
function link(hash: string, id: string): Promise<void> {
  return note(hash, (row) => ({ ...row, records: [...new Set([...row.records, id])], safeIn: null }));
}

function unlink(hash: string, id: string): Promise<void> {
  return note(hash, (row) => ({ ...row, records: row.records.filter((record) => record !== id), used: Date.now() }));
}

/** A disk that fails here leaves a file longer than needed, or not sent: the record has its facts, and says so. */
function note(hash: string, to: (row: KeptFile) => KeptFile): Promise<void> {
  const work = async (tx: Tx) => {
    const row = await tx.objectStore("files").get(hash);
    if (row) await tx.objectStore("files").put(to(row));
  };
  return inLine(() => transact(["files"], "readwrite", work)).then(tell, () => {});
}
