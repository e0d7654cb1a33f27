/** Keystrokes. What is typed is on the disk within 250 ms of the last key and at least once a second while typing; after a pause of
 *  2 s, or when the field is left, it becomes a change like any other. */
import { batch, computed } from "@preact/signals";
import type { Changes } from "../engine/ports";
import type { Draft } from "../engine/types";
import type { Kind } from "../records/kinds";
import { type Tx, transact } from "./db";
import { put } from "./disk";
import type { Intent } from "./intent";
import { fillLifeboat, onFilling, page } from "./lifeboat";
import { inLine } from "./line";
import { one, redraw } from "./live";
import { dropDraft, isBeside, type KeptDraft, memory, setDraft } from "./memory";
import { diskFailed } from "./stranded";
import { say } from "./tabs";
import { type DraftField, fieldOf, lookAgain, stop, type Typing, typedIn } from "./typing";

export type { DraftField } from "./typing";

const AFTER_LAST_KEY = 250;
const AT_LEAST_EVERY = 1_000;
const PAUSE = 2_000;
const elsewhere = new Set<() => void>();

export function draftField<K extends Kind>(kind: K, id: string, key: string): DraftField {
  return fieldOf(kind, id, key, (typing) => ({
    value: computed(() => typing.text.value ?? textNow(typing)),
    input: (text) => input(typing, text),
    flush: () => flush(typing),
  }));
}

/** Everything typed in this record, or anywhere, becomes a change now. */
export function flushDrafts(id?: string): void {
  for (const hand of elsewhere) hand();
  typedIn(id).forEach(flush);
}

/** Who holds words that are no field of a record makes them a change at the same moments. The function returned ends that. */
export function onFlush(hand: () => void): () => void {
  elsewhere.add(hand);
  return () => void elsewhere.delete(hand);
}

/** To the disk now, still as keystrokes. */
export function saveDrafts(): void {
  for (const typing of typedIn()) if (typing.unsavedSince !== null) save(typing);
}

/** What was typed in these keys is replaced by what was chosen, or is done with. */
export function discardDrafts(id: string, keys: string[]): void {
  const typed = typedIn(id).filter(({ key }) => keys.includes(key));
  const kept = keys.filter((key) => memory().drafts.get(id)?.has(key));
  for (const key of kept) dropDraft(id, key); // first: a field in which nothing is typed any more looks there
  typed.forEach(stop);
  for (const key of kept) lookAgain(id, key);
  // A key struck a moment ago may be on its way to the disk.
  const gone = new Set([...kept, ...typed.map(({ key }) => key)]);
  if (gone.size === 0) return;
  const work = (store: Drafts) => Promise.all([...gone].map((key) => store.delete([id, key])));
  onDisk(work).then(() => {
    for (const key of kept) dropDraft(id, key); // read again meanwhile, because another page had said that it wrote
    redraw([id]);
    say({ ids: [id] });
  }, diskFailed);
}

/** Another page has heard that these are erased, or that what lies beneath them goes: a key struck here a moment ago may have put it
 *  on the disk again. */
export function giveUp({ remove, unbase }: Changes["drafts"]): void {
  for (const typing of typedIn()) {
    if (remove.includes(typing.id)) discardDrafts(typing.id, [typing.key]);
    else if (unbase.includes(typing.id)) {
      typing.over = null;
      save(typing);
    }
  }
}

/** Keystrokes that an earlier page left behind, and that nobody here is typing in, become changes. */
export function adopt(draft: KeptDraft): void {
  if (!typedIn(draft.id).some(({ key }) => key === draft.key)) become(draft);
}

function input(typing: Typing, text: string): void {
  if (typing.text.peek() === null) begin(typing);
  typing.text.value = text;
  typing.at = after(typing.at);
  typing.unsavedSince ??= Date.now();
  clearTimeout(typing.saving);
  clearTimeout(typing.pausing);
  const due = Math.min(AFTER_LAST_KEY, typing.unsavedSince + AT_LEAST_EVERY - Date.now());
  typing.saving = setTimeout(() => save(typing), Math.max(due, 0));
  typing.pausing = setTimeout(() => flush(typing), PAUSE);
}

/** A draft of an earlier page is typed on; else it starts from what is shown. What is typed before its record was made waits, as
 *  keystrokes, until `create` has been called. What is typed in a record that is taken away meanwhile does not: it goes to the
 *  server, and ends as not arrived. */
function begin(typing: Typing): void {
  const { kind, id, key, at } = typing;
  const earlier = memory().drafts.get(id)?.get(key);
  const over = earlier ? earlier.over : textShown(kind, id, key);
  const early = earlier ? earlier.waits === true : !isThere(typing);
  Object.assign(typing, { over, early, at: earlier?.at ?? at, found: earlier?.text ?? null });
}

/** Of two copies the later one counts, and a clock may stand still or be set back. */
function after(at: string): string {
  return new Date(Math.max(Date.now(), (Date.parse(at) || 0) + 1)).toISOString();
}

function textShown(kind: Kind, id: string, key: string): string | null {
  const shown = one(kind, id).peek()?.fields[key as never];
  return typeof shown === "string" ? shown : null;
}

/** What was typed for a record that is not made yet is not shown by it, and is here all the same. */
function textNow({ kind, id, key }: Typing): string {
  const shown: unknown = one(kind, id).value?.fields[key as never];
  return typeof shown === "string" ? shown : (memory().drafts.get(id)?.get(key)?.text ?? "");
}

function save(typing: Typing): void {
  clearTimeout(typing.saving);
  typing.unsavedSince = null;
  const draft = asDraft(typing);
  if (!draft) return;
  keepDraft(draft, typing.found, () => {
    typing.unsavedSince = Date.now();
  });
}

/** On the disk, still as keystrokes. What another page typed in the same field becomes a change first, unless it is `found`: part of
 *  what was typed here. */
export function keepDraft(draft: KeptDraft, found: string | null, failed = () => {}): void {
  setDraft(draft);
  redraw([draft.id]);
  onDisk((store) => laidDown(store, draft, found)).then(
    (theirs) => {
      if (theirs) put(changeOf(theirs), (tx) => inPlaceOf(tx, theirs, draft, failed));
      else fillLifeboat(); // without it
    },
    (error) => {
      failed();
      diskFailed(error);
    },
  );
}

/** Unless another page's keystrokes lie there that are not in it; then it answers with those. */
async function laidDown(store: Drafts, draft: KeptDraft, found: string | null) {
  const row = (await store.get([draft.id, draft.key])) as KeptDraft | undefined;
  if (row && row.page !== draft.page && !row.waits && row.text !== draft.text && row.text !== found) return row;
  if (!row || row.page !== draft.page || row.at <= draft.at) await store.put(draft);
  return undefined;
}

/** Whether these keystrokes are an earlier part of those in the draft. */
const isIn = (row: KeptDraft, draft: KeptDraft, found: string | null): boolean =>
  row.text === found || (row.page === draft.page && row.at <= draft.at);

/** Of those that are becoming a change. They may have been typed on meanwhile: then it begins anew. */
async function inPlaceOf(tx: Tx, theirs: KeptDraft, draft: KeptDraft, failed: () => void): Promise<void> {
  const newer = await laidDown(tx.objectStore("drafts") as Drafts, draft, theirs.text);
  if (newer) keepDraft(draft, theirs.text, failed);
}

function flush(typing: Typing): void {
  const draft = asDraft(typing);
  if (!draft) return;
  if (draft.waits) save(typing);
  else {
    batch(() => {
      stop(typing);
      become(draft, typing.found);
    });
  }
}

/** The change and the end of its keystrokes are one transaction. What is not in it is of another page, and stays. */
function become(draft: KeptDraft, found: string | null = null): void {
  const { id, key } = draft;
  const end = () => {
    const known = memory().drafts.get(id)?.get(key);
    if (known && isIn(known, draft, found)) dropDraft(id, key);
  };
  end();
  put(changeOf(draft), async (tx) => {
    end(); // read again meanwhile, because another page had said that it wrote
    const store = tx.objectStore("drafts");
    const row = await store.get([id, key]);
    if (row && isIn(row, draft, found)) await store.delete([id, key]);
  });
}

function changeOf({ id, kind, key, text, over }: Draft): Intent {
  return { id, kind, set: { [key]: text === "" ? null : text }, over: { [key]: over } };
}

function asDraft(typing: Typing): KeptDraft | null {
  const { kind, id, key, over, at, early } = typing;
  const text = typing.text.peek();
  const waits = isBeside(key) || (early && !isThere(typing));
  return text === null ? null : { kind, id, key, text, over, at, page, ...(waits && { waits }) };
}

function isThere({ kind, id }: Typing): boolean {
  return one(kind, id).peek() !== undefined || memory().confirmed.has(id) || !memory().kinds.has(kind);
}

type Drafts = ReturnType<Parameters<Parameters<typeof transact>[2]>[0]["objectStore"]>;

function onDisk<T>(work: (store: Drafts) => Promise<T>): Promise<T> {
  return inLine(() => transact(["drafts"], "readwrite", (tx) => work(tx.objectStore("drafts") as Drafts)));
}

onFilling(() => typedIn().flatMap((typing) => (typing.unsavedSince === null ? [] : (asDraft(typing) ?? []))));
