/** The file itself, to look at or listen to: from this device, or fetched once somebody wants it and kept as long as there is room. */
import { type FileFacts, filesIn } from "../records/files";
import { type Tx, transact } from "./db";
import { drop } from "./file-purge";
import type { KeptFile } from "./file-rows";
import { tell } from "./files";
import { memory } from "./memory";
import { hashOf, joined, keepBytes, rowOf } from "./pieces";
import { partsOf } from "./shape";
import { shownNow } from "./shown";

/** "missing": the server does not have it (yet), or not for this person. */
export type Why = "offline" | "missing" | "later";
type Fetcher = (hash: string) => Promise<ArrayBuffer | Why>;

/** For what was fetched; what is only on this device does not count, and never goes. */
const ROOM = 50 * 2 ** 20;

let fetcher: Fetcher = async () => "offline";

/** Who speaks with the server says here how a file is fetched. */
export function onFetching(work: Fetcher): void {
  fetcher = work;
}

/** Only through a record that shows it now. */
export async function original(record: string, file: FileFacts): Promise<ArrayBuffer | Why> {
  if (!names(shownNow(record)?.fields, file.hash)) return "missing";
  const here = await fromDisk(file.hash).catch(() => null); // a disk that fails now: the server may have it
  if (here) return here;
  const came = await fetcher(file.hash);
  if (!(came instanceof ArrayBuffer)) return came;
  if ((await hashOf(came)) !== file.hash) return "later";
  await keepFetched(record, file, came).catch(() => {}); // no room: it is fetched again the next time
  return came;
}

async function fromDisk(hash: string): Promise<ArrayBuffer | null> {
  return transact(["files", "pieces"], "readwrite", async (tx) => {
    const row = await tx.objectStore("files").get(hash);
    if (!row) return null;
    const data = joined(await tx.objectStore("pieces").getAll(partsOf(hash)));
    await tx.objectStore("files").put({ ...row, used: Date.now() });
    return data.byteLength === row.bytes ? data : null;
  });
}

/** What may not be seen any more since it was asked for is not kept: its record is looked up in the same transaction. */
async function keepFetched(record: string, file: FileFacts, data: ArrayBuffer): Promise<void> {
  const { gen } = memory().meta ?? { gen: null };
  await transact(["confirmed", "files", "pieces"], "readwrite", async (tx) => {
    const now = await tx.objectStore("confirmed").get(record);
    if (!now || !names(now.fields, file.hash)) return;
    await makeRoom(tx, data.byteLength, gen);
    await keepBytes(tx, rowOf(file, record), data);
  });
  await tell();
}

async function makeRoom(tx: Tx, bytes: number, gen: string | null): Promise<void> {
  const rows = await tx.objectStore("files").getAll();
  await Promise.all(tooMuch(rows, bytes, gen).map(({ hash }) => drop(tx, hash)));
}

/** What has to go so that so many bytes more fit: what was not looked at for longest first. Pure. */
export function tooMuch(rows: readonly KeptFile[], bytes: number, gen: string | null, room = ROOM): KeptFile[] {
  const fetched = rows.filter(({ own, safeIn }) => !own || (safeIn !== null && safeIn === gen));
  let left = room - bytes;
  const newestFirst = [...fetched].sort((a, b) => b.used - a.used);
  return newestFirst.filter((row) => {
    left -= row.bytes;
    return left < 0;
  });
}

const names = (fields: object | undefined, hash: string): boolean =>
  filesIn((fields ?? {}) as Record<string, unknown>).some((file) => file.hash === hash);
