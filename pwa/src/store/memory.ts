/** The part of the device's store that pages look at, in memory: every row that may be on screen. `live.ts` draws from it,
 *  `port.ts` and `tabs.ts` keep it equal to the disk. Plain maps; whoever changes them tells `live.ts` which records it were. */
import type { Confirmed, Draft, HeldDraft, Meta, Queued } from "../engine/types";
import type { Kind } from "../records/kinds";
import { type KeptFile, type Recording, waits } from "./file-rows";

/** `waits`: typed before its record was made. */
export interface KeptDraft extends Draft {
  waits?: boolean;
  /** Who struck them: two pages can have keystrokes in one field. */
  page?: string;
}

/** Where this person's rows are; a fresh one at each sign-in, so that nothing can stay behind. */
export interface Memory {
  person: string;
  /** Of the kinds that somebody asked for, and of every record in the outbox. */
  confirmed: Map<string, Confirmed>;
  kinds: Set<Kind>;
  /** On disk and not acknowledged, by record, in order of writing. */
  outbox: Map<string, Queued[]>;
  /** Written a moment ago, on its way to the disk; shown as if it were in the outbox already. */
  waiting: Map<string, Queued[]>;
  /** Sent straight to the server from a broken disk; shown until the server's copy is here. */
  landed: Map<string, Queued[]>;
  /** By record, then by key. */
  drafts: Map<string, Map<string, KeptDraft>>;
  held: Map<string, HeldDraft>;
  /** By hash. */
  files: Map<string, KeptFile>;
  recordings: Recording[];
  meta: Meta | null;
}

export function emptyMemory(person: string): Memory {
  return {
    person,
    confirmed: new Map(),
    kinds: new Set(),
    outbox: new Map(),
    waiting: new Map(),
    landed: new Map(),
    drafts: new Map(),
    held: new Map(),
    files: new Map(),
    recordings: [],
    meta: null,
  };
}

let current = emptyMemory("");

export function memory(): Memory {
  return current;
}

export function startMemory(person: string): Memory {
  current = emptyMemory(person);
  return current;
}

/** What is typed beside a record and not in it: a choice that is half made. It stays keystrokes until the choice is made. */
export const isBeside = (key: string): boolean => key.startsWith("choice.");

/** Most records have nothing that waits, and lists are long. */
const NONE: readonly never[] = [];

/** Every change of this record that is not confirmed, oldest first. */
export function pendingOf(id: string): readonly Queued[] {
  const { landed, outbox, waiting } = current;
  if (!landed.has(id) && !outbox.has(id) && !waiting.has(id)) return NONE;
  return [landed, outbox, waiting].flatMap((rows) => rows.get(id) ?? []);
}

export function draftsOf(id: string): readonly KeptDraft[] {
  const ofRecord = current.drafts.get(id);
  return ofRecord ? [...ofRecord.values()] : NONE;
}

export function setDraft(draft: KeptDraft): void {
  const ofRecord = current.drafts.get(draft.id) ?? new Map<string, KeptDraft>();
  current.drafts.set(draft.id, ofRecord.set(draft.key, draft));
}

export function dropDraft(id: string, key: string): void {
  const ofRecord = current.drafts.get(id);
  ofRecord?.delete(key);
  if (ofRecord?.size === 0) current.drafts.delete(id);
}

/** The whole outbox as the disk has it. */
export function setOutbox(rows: readonly Queued[]): void {
  current.outbox.clear();
  for (const row of rows) add(current.outbox, row);
}

export function add(rows: Map<string, Queued[]>, row: Queued): void {
  const ofRecord = rows.get(row.id);
  if (ofRecord) ofRecord.push(row);
  else rows.set(row.id, [row]);
}

export function take(rows: Map<string, Queued[]>, taken: ReadonlySet<Queued>): void {
  for (const id of new Set([...taken].map((row) => row.id))) {
    const left = (rows.get(id) ?? []).filter((row) => !taken.has(row));
    if (left.length > 0) rows.set(id, left);
    else rows.delete(id);
  }
}

/** How many records have something that is only on this device. `goes`: and that will leave it by itself, unlike a choice half made. */
export function onlyHere(goes = false): number {
  const unheard = current.recordings.map(({ record }) => record);
  return new Set([...wordsHere(goes), ...unheard, ...waitingFiles().flatMap(({ records }) => records)]).size;
}

/** Those with words among it, and not only a photo or a recording. */
export function wordsHere(goes = false): string[] {
  const { outbox, waiting, drafts } = current;
  const typed = [...drafts].filter(([, ofRecord]) => !goes || [...ofRecord.keys()].some((key) => !isBeside(key)));
  return [...outbox.keys(), ...waiting.keys(), ...typed.map(([id]) => id)];
}

export function waitingFiles(): KeptFile[] {
  return [...current.files.values()].filter((row) => waits(row, current.meta?.gen ?? null));
}
