/** A recording on its way: each slice is on the disk as it comes, so that a page that is killed loses only the last seconds. */
import type { Consent, FileType } from "../records/files";
import { uuid7 } from "../records/ids";
import { alone } from "./alone";
import { transact } from "./db";
import { forgetRecording } from "./file-purge";
import type { Recording } from "./file-rows";
import { tell } from "./files";
import { inLine } from "./line";
import { joined } from "./pieces";
import { partsOf } from "./shape";

export function newRecording(record: string, type: FileType, consent: Consent): Recording {
  return { id: uuid7(), record, type, consent, at: new Date().toISOString(), slices: 0, seconds: 0 };
}

/** The next slice, and how long it is by then. Rejects when the disk does not take it. */
export function addSlice(of: Recording, data: ArrayBuffer, seconds: number): Promise<void> {
  const index = of.slices++;
  of.seconds = seconds;
  const row = { ...of };
  return inLine(() =>
    transact(["recordings", "slices"], "readwrite", async (tx) => {
      await tx.objectStore("slices").put({ recording: of.id, index, data });
      await tx.objectStore("recordings").put(row);
    }),
  );
}

/** What there is of it, as one. */
export async function recorded(id: string): Promise<ArrayBuffer> {
  const slices = await transact(["slices"], "readonly", (tx) => tx.objectStore("slices").getAll(partsOf(id)));
  return joined(slices);
}

/** Nothing comes to it any more: it is in the list of what waits. */
export async function finished(): Promise<void> {
  await tell().catch(() => {}); // signed out meanwhile, or a disk that fails now: the next start finds it
}

/** Unless somebody else has this recording in hand, in whichever window; undefined then. */
export function inHand<T>(id: string, work: () => Promise<T>): Promise<T | undefined> {
  return alone(`maatje-recording-${id}`, work);
}

export async function throwAway(id: string): Promise<void> {
  await inLine(() => transact(["recordings", "slices"], "readwrite", (tx) => forgetRecording(tx, id)));
  await tell();
}
