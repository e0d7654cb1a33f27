/** What was just written to the disk, taken over into memory; those who look see it, other pages are told. */
import { batch } from "@preact/signals";
import type { Changes } from "../engine/ports";
import type { Confirmed } from "../engine/types";
import { isKind } from "../records/kinds";
import { touchesFiles } from "./file-purge";
import { readFilesAgain } from "./files";
import { redrawHeld } from "./held";
import { throwOut } from "./lifeboat";
import { redraw, redrawAll } from "./live";
import { draftsOf, memory, setDraft, setOutbox } from "./memory";
import { leaseOver } from "./shown";
import { contact } from "./status";
import { diskFailed } from "./stranded";
import { say } from "./tabs";
import { stopIn, unbase } from "./typing";

/** What was under way when somebody else signed in is none of theirs. */
export function takeIn(changes: Changes): void {
  if (changes.meta.person !== memory().person) return;
  const { confirmed, outbox, held, landed, meta } = memory();
  const before = [...outbox.values()].flat();
  const removed = new Set(changes.outbox.remove);
  const newer = new Map(changes.outbox.put.map((row) => [row.seq, row]));
  const kept = before.filter((row) => !removed.has(row.seq) && !newer.has(row.seq));
  setOutbox([...kept, ...newer.values()].sort((a, b) => a.seq - b.seq));
  for (const row of changes.confirmed.put) {
    keepIfWanted(row);
    landed.delete(row.id);
  }
  for (const id of changes.confirmed.remove) confirmed.delete(id);
  for (const mid of changes.held.remove) held.delete(mid);
  for (const row of changes.held.put) held.set(row.mid, row);
  loseDrafts(changes.drafts);
  const gone = before.filter((row) => removed.has(row.seq)).map((row) => row.id);
  show(changes, [...gone, ...idsIn(changes)]);
  if (touchesFiles(changes) || changes.meta.gen !== meta?.gen) lookAtFiles();
}

/** Some may have left with their records; a server that was restored may not have them any more. */
function lookAtFiles(): void {
  const { files, recordings } = memory();
  if (files.size + recordings.length > 0) readFilesAgain().catch(diskFailed);
}

function loseDrafts({ remove, unbase: baseless }: Changes["drafts"]): void {
  for (const id of remove) {
    memory().drafts.delete(id);
    memory().landed.delete(id);
    stopIn(id);
  }
  if (remove.length > 0) throwOut(remove);
  for (const id of baseless) {
    for (const draft of draftsOf(id)) setDraft({ ...draft, over: null });
    unbase(id);
  }
}

/** Rows of kinds that nobody asked for stay on the disk only. */
export function keepIfWanted(row: Confirmed): void {
  const { confirmed, kinds } = memory();
  if (isKind(row.kind) && kinds.has(row.kind)) confirmed.set(row.id, row);
}

function show(changes: Changes, ids: string[]): void {
  batch(() => {
    const hidden = leaseOver();
    memory().meta = changes.meta;
    contact.value = changes.meta.contact === null ? null : new Date(changes.meta.contact);
    redraw(new Set(ids));
    if (hidden) redrawAll();
    if (changes.held.put.length + changes.held.remove.length > 0) redrawHeld();
  });
  say({ ids, drafts: changes.drafts });
}

function idsIn({ confirmed, outbox, drafts }: Changes): string[] {
  return [
    ...confirmed.put.map((row) => row.id),
    ...confirmed.remove,
    ...outbox.put.map((row) => row.id),
    ...drafts.remove,
    ...drafts.unbase,
  ];
}
