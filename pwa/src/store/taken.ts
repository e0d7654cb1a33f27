/** What was just written to the disk, taken over into memory; those who look see it, other pages are told. */
import { batch } from "@preact/signals";
import type { Changes } from "../engine/ports";
import type { Confirmed } from "../engine/types";
import { isKind } from "../records/kinds";
import { redrawHeld } from "./held";
import { redraw, redrawAll } from "./live";
import { draftsOf, memory, setDraft, setOutbox } from "./memory";
import { contact } from "./status";
import { say } from "./tabs";

export function takeIn(changes: Changes): void {
  const { confirmed, outbox, held, drafts } = memory();
  const before = [...outbox.values()].flat();
  const removed = new Set(changes.outbox.remove);
  const newer = new Map(changes.outbox.put.map((row) => [row.seq, row]));
  const kept = before.filter((row) => !removed.has(row.seq) && !newer.has(row.seq));
  setOutbox([...kept, ...newer.values()].sort((a, b) => a.seq - b.seq));
  for (const row of changes.confirmed.put) keepIfWanted(row);
  for (const id of changes.confirmed.remove) confirmed.delete(id);
  for (const mid of changes.held.remove) held.delete(mid);
  for (const row of changes.held.put) held.set(row.mid, row);
  for (const id of changes.drafts.remove) drafts.delete(id);
  for (const id of changes.drafts.unbase) for (const draft of draftsOf(id)) setDraft({ ...draft, over: null });
  const gone = before.filter((row) => removed.has(row.seq)).map((row) => row.id);
  show(changes, [...gone, ...idsIn(changes)]);
}

/** Rows of kinds that nobody asked for stay on the disk only. */
export function keepIfWanted(row: Confirmed): void {
  const { confirmed, kinds } = memory();
  if (isKind(row.kind) && kinds.has(row.kind)) confirmed.set(row.id, row);
}

function show(changes: Changes, ids: string[]): void {
  batch(() => {
    const before = memory().meta?.leaseUntil ?? null;
    memory().meta = changes.meta;
    contact.value = changes.meta.contact === null ? null : new Date(changes.meta.contact);
    redraw(new Set(ids));
    if (leaseChanged(before, changes.meta.leaseUntil)) redrawAll();
    if (changes.held.put.length + changes.held.remove.length > 0) redrawHeld();
  });
  say({ ids });
}

/** Only its ending and its return show. */
export function leaseChanged(before: number | null, after: number | null, now = Date.now()): boolean {
  return (before !== null && before < now) !== (after !== null && after < now);
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
