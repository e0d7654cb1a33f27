/** Keystrokes. What is typed is on the disk within 250 ms of the last key and at least once a second while typing; after a pause of
 *  2 s, or when the field is left, it becomes a change like any other. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Draft } from "../engine/types";
import type { Kind } from "../records/kinds";
import { transact } from "./db";
import { put } from "./disk";
import { onFilling } from "./lifeboat";
import { inLine } from "./line";
import { one, redraw } from "./live";
import { dropDraft, type KeptDraft, memory, setDraft } from "./memory";
import { diskFailed } from "./stranded";

export interface DraftField {
  value: ReadonlySignal<string>;
  input(text: string): void;
  /** Make it a change now: on leaving the field, or before something is done with the record. */
  flush(): void;
}

const AFTER_LAST_KEY = 250;
const AT_LEAST_EVERY = 1_000;
const PAUSE = 2_000;

interface Typing {
  kind: Kind;
  id: string;
  key: string;
  /** null: nothing typed that is not a change yet. */
  text: Signal<string | null>;
  /** The text that was there when the typing began. */
  over: string | null;
  at: string;
  /** When the oldest key was struck that is not on the disk. */
  unsavedSince: number | null;
  saving?: Timer;
  pausing?: Timer;
  field: DraftField;
}
type Timer = ReturnType<typeof setTimeout>;

const typings = new Map<string, Typing>();

export function draftField<K extends Kind>(kind: K, id: string, key: string): DraftField {
  const name = `${id} ${key}`;
  const known = typings.get(name);
  if (known) return known.field;
  const typing = newTyping(kind, id, key);
  typings.set(name, typing);
  return typing.field;
}

/** Everything typed in this record, or anywhere, becomes a change now. */
export function flushDrafts(id?: string): void {
  for (const typing of typings.values()) if (id === undefined || typing.id === id) flush(typing);
}

/** To the disk now, still as keystrokes. */
export function saveDrafts(): void {
  for (const typing of typings.values()) if (typing.unsavedSince !== null) save(typing);
}

/** What was typed in these keys is replaced by what was chosen. */
export function discardDrafts(id: string, keys: string[]): void {
  for (const typing of typings.values()) {
    if (typing.id === id && keys.includes(typing.key)) stop(typing);
  }
  for (const key of keys) dropDraft(id, key);
  inLine(() =>
    transact(["drafts"], "readwrite", (tx) =>
      Promise.all(keys.map((key) => tx.objectStore("drafts").delete([id, key]))),
    ),
  ).catch(diskFailed);
}

/** Keystrokes that an earlier page left behind, and that nobody here is typing in, become changes. */
export function adopt(draft: Draft): void {
  if (typings.get(`${draft.id} ${draft.key}`)?.text.peek() != null) return;
  become(draft);
}

export function forgetDrafts(): void {
  for (const typing of typings.values()) stop(typing);
  typings.clear();
}

function newTyping(kind: Kind, id: string, key: string): Typing {
  const text = signal<string | null>(null);
  const value = computed(() => text.value ?? asText(one(kind, id).value?.fields[key as never]));
  const typing: Typing = {
    kind,
    id,
    key,
    text,
    over: null,
    at: "",
    unsavedSince: null,
    field: { value, input: (typed) => input(typing, typed), flush: () => flush(typing) },
  };
  return typing;
}

function input(typing: Typing, text: string): void {
  if (typing.text.peek() === null) typing.over = overOf(typing);
  typing.text.value = text;
  typing.at = new Date().toISOString();
  typing.unsavedSince ??= Date.now();
  clearTimeout(typing.saving);
  clearTimeout(typing.pausing);
  const due = Math.min(AFTER_LAST_KEY, typing.unsavedSince + AT_LEAST_EVERY - Date.now());
  typing.saving = setTimeout(() => save(typing), Math.max(due, 0));
  typing.pausing = setTimeout(() => flush(typing), PAUSE);
}

/** A draft of an earlier page is typed on; else it starts from what is shown. */
function overOf({ kind, id, key }: Typing): string | null {
  const earlier = memory().drafts.get(id)?.get(key);
  if (earlier) return earlier.over;
  const shown = one(kind, id).peek()?.fields[key as never];
  return typeof shown === "string" ? shown : null;
}

function save(typing: Typing): void {
  clearTimeout(typing.saving);
  const draft = asDraft(typing);
  typing.unsavedSince = null;
  if (!draft) return;
  setDraft(draft);
  redraw([draft.id]);
  inLine(() => transact(["drafts"], "readwrite", (tx) => tx.objectStore("drafts").put(draft))).catch(() => {
    typing.unsavedSince = Date.now();
    diskFailed();
  });
}

function flush(typing: Typing): void {
  const draft = asDraft(typing);
  if (!draft || !isThere(typing)) return;
  batch(() => {
    stop(typing);
    become(draft);
  });
}

/** Typed before its record was made: it waits, as keystrokes, until `create` has been called. */
function isThere({ kind, id }: Typing): boolean {
  return one(kind, id).peek() !== undefined || memory().confirmed.has(id) || !memory().kinds.has(kind);
}

function become(draft: Draft): void {
  const { id, kind, key, text, over, at } = draft;
  dropDraft(id, key);
  put({ id, kind, set: { [key]: text === "" ? null : text }, over: { [key]: over } }, async (tx) => {
    const store = tx.objectStore("drafts");
    const row = await store.get([id, key]);
    if (row && row.at <= at) await store.delete([id, key]);
  });
}

function stop(typing: Typing): void {
  clearTimeout(typing.saving);
  clearTimeout(typing.pausing);
  typing.unsavedSince = null;
  typing.text.value = null;
}

function asDraft(typing: Typing): KeptDraft | null {
  const { kind, id, key, over, at } = typing;
  const text = typing.text.peek();
  return text === null ? null : { kind, id, key, text, over, at, ...(!isThere(typing) && { waits: true as const }) };
}

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

onFilling(() =>
  [...typings.values()].flatMap((typing) => (typing.unsavedSince === null ? [] : (asDraft(typing) ?? []))),
);
