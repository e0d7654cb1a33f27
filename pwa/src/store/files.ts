/** Which files this person has on this device, and what became of each. Their bytes stay on the disk until somebody looks. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { type Tx, transact } from "./db";
import { type KeptFile, type Recording, waits } from "./file-rows";
import { countUnsent } from "./live";
import { memory } from "./memory";
import { say } from "./tabs";

export type { KeptFile, Recording } from "./file-rows";

const kept = signal<ReadonlyMap<string, KeptFile>>(new Map());
const recorded = signal<readonly Recording[]>([]);

/** By hash. */
export const files: ReadonlySignal<ReadonlyMap<string, KeptFile>> = kept;

/** The one that is being recorded on this page now. */
export const underWay = signal<string | null>(null);

/** What was recorded and is in no record yet, oldest first. */
export const recordings: ReadonlySignal<readonly Recording[]> = computed(() =>
  recorded.value.filter(({ id }) => id !== underWay.value),
);

/** Where the bytes of a file are, as far as this device knows. What it does not have came from the server. */
export function placeOf(hash: string): "here" | "safe" | "refused" {
  const row = kept.value.get(hash);
  if (!row || !waits(row, memory().meta?.gen ?? null)) return "safe";
  return row.refused ? "refused" : "here";
}

export const readFiles = (tx: Tx) =>
  Promise.all([tx.objectStore("files").getAll(), tx.objectStore("recordings").getAll()] as const);

export async function readFilesAgain(): Promise<void> {
  const mine = memory();
  const rows = await transact(["files", "recordings"], "readonly", readFiles, mine.person);
  if (mine === memory()) takeFiles(rows);
}

/** This page and the others look at the files again. */
export async function tell(): Promise<void> {
  await readFilesAgain();
  say({ ids: [] });
}

export function takeFiles([files, recordings]: Awaited<ReturnType<typeof readFiles>>): void {
  memory().files = new Map(files.map((row) => [row.hash, row]));
  memory().recordings = recordings;
  redrawFiles();
}

export function redrawFiles(): void {
  kept.value = memory().files;
  recorded.value = memory().recordings;
  countUnsent();
}
