/** What the uploads need of the disk: which files wait, their pieces one by one, and what became of them. */
import type { Meta } from "../engine/types";
import { filesIn } from "../records/files";
import { type Tx, transact } from "./db";
import { drop } from "./file-purge";
import { type KeptFile, waits } from "./file-rows";
import { ENGINE } from "./port";

/** Long enough to want back what was taken out of a record. */
const HOUR = 3_600_000;

export interface Waiting {
  /** The generation of the server that they wait for. */
  gen: string | null;
  files: KeptFile[];
  /** By hash: a change that names them is still to go. The server lets go of what no record names, so what it says of them now may
   *  not be so when they are named. */
  unnamed: ReadonlySet<string>;
}

/** Smallest first, so that a long recording does not keep the photos. */
export async function waitingToGo(person: string): Promise<Waiting> {
  const read = async (tx: Tx) => ({
    meta: (await tx.objectStore("meta").get(ENGINE)) as Meta | undefined,
    rows: await tx.objectStore("files").getAll(),
    outbox: await tx.objectStore("outbox").getAll(),
  });
  const { meta, rows, outbox } = await transact(["files", "meta", "outbox"], "readonly", read, person);
  const gen = meta?.gen ?? null;
  const files = rows.filter((row) => waits(row, gen) && row.refused === undefined);
  const unnamed = new Set(outbox.flatMap(({ mutation }) => filesIn(mutation.set).map(({ hash }) => hash)));
  return { gen, files: files.sort((a, b) => a.bytes - b.bytes), unnamed };
}

export async function pieceOf(person: string, hash: string, index: number): Promise<ArrayBuffer | undefined> {
  const piece = await transact(["pieces"], "readonly", (tx) => tx.objectStore("pieces").get([hash, index]), person);
  return piece?.data;
}

/** The server says so, and it has heard of the records that named it then; another that does now is still to go. */
export function isSafe(person: string, { hash, records }: KeptFile, gen: string | null): Promise<void> {
  return note(person, hash, (row) => row.records.every((id) => records.includes(id)) && { safeIn: gen });
}

export function isRefused(person: string, hash: string, code: string): Promise<void> {
  return note(person, hash, () => ({ refused: code }));
}

/** What was taken out of its record, and nobody wanted back. */
export async function sweep(person: string): Promise<void> {
  await transact(
    ["files", "pieces"],
    "readwrite",
    async (tx) => {
      const rows = await tx.objectStore("files").getAll();
      const done = rows.filter(({ records, used }) => records.length === 0 && Math.abs(Date.now() - used) > HOUR);
      await Promise.all(done.map(({ hash }) => drop(tx, hash)));
    },
    person,
  );
}

async function note(person: string, hash: string, news: (row: KeptFile) => Partial<KeptFile> | false): Promise<void> {
  await transact(
    ["files"],
    "readwrite",
    async (tx) => {
      const row = await tx.objectStore("files").get(hash);
      if (row) await tx.objectStore("files").put({ ...row, ...news(row) });
    },
    person,
  );
}
