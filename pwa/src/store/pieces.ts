/** A file on the disk: its facts in one row, its bytes in pieces as they go over the wire. */
import type { FileFacts } from "../records/files";
import { hex } from "../records/ids";
import type { Tx } from "./db";
import type { KeptFile } from "./file-rows";

/** As it goes over the wire. */
export const PIECE = 524_288;

export const rowOf = ({ hash, type, bytes }: FileFacts, record: string): KeptFile => ({
  hash,
  type,
  bytes,
  records: [record],
  own: false,
  safeIn: null,
  used: Date.now(),
});

/** The same bytes may be here already, for another record. That the server had them then says nothing of now: it lets go of what no
 *  record names any more. */
export async function keepBytes(tx: Tx, row: KeptFile, data: ArrayBuffer): Promise<void> {
  const known = await tx.objectStore("files").get(row.hash);
  const records = [...new Set([...(known?.records ?? []), ...row.records])];
  const own = row.own || (known?.own ?? false);
  const pieces = cut(data).map((piece, index) => tx.objectStore("pieces").put({ hash: row.hash, index, data: piece }));
  await Promise.all([
    ...pieces,
    tx.objectStore("files").put({ ...known, ...row, own, records, safeIn: row.own ? null : (known?.safeIn ?? null) }),
  ]);
}

function cut(data: ArrayBuffer): ArrayBuffer[] {
  return Array.from({ length: Math.ceil(data.byteLength / PIECE) }, (_, index) =>
    data.slice(index * PIECE, (index + 1) * PIECE),
  );
}

export function joined(parts: readonly { data: ArrayBuffer }[]): ArrayBuffer {
  const all = new Uint8Array(parts.reduce((sum, { data }) => sum + data.byteLength, 0));
  let at = 0;
  for (const { data } of parts) {
    all.set(new Uint8Array(data), at);
    at += data.byteLength;
  }
  return all.buffer;
}

/** The name of a file: the same bytes have the same. */
export async function hashOf(data: ArrayBuffer): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", data)));
}
