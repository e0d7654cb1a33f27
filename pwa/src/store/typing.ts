/** Who is typing where on this page: the keystrokes that are not a change yet. State only; `drafts.ts` says what happens with it. */
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Kind } from "../records/kinds";

export interface DraftField {
  value: ReadonlySignal<string>;
  input(text: string): void;
  /** Make it a change now: on leaving the field, or before something is done with the record. */
  flush(): void;
}

export interface Typing {
  kind: Kind;
  id: string;
  key: string;
  /** null: nothing typed that is not a change yet. */
  text: Signal<string | null>;
  /** The text that was there when the typing began. */
  over: string | null;
  at: string;
  /** Typing began before its record was made. */
  early: boolean;
  /** Of an earlier page, what lay on the disk when the typing began: it is part of what is typed. */
  found: string | null;
  /** When the oldest key was struck that is not on the disk. */
  unsavedSince: number | null;
  saving?: ReturnType<typeof setTimeout>;
  pausing?: ReturnType<typeof setTimeout>;
}

const typings = new Map<string, { typing: Typing; field: DraftField }>();

/** The same field for as long as this person is signed in, however often it is drawn. */
export function fieldOf(kind: Kind, id: string, key: string, make: (typing: Typing) => DraftField): DraftField {
  const name = `${id} ${key}`;
  const known = typings.get(name);
  if (known) return known.field;
  const typing: Typing = {
    kind,
    id,
    key,
    text: signal(null),
    over: null,
    at: "",
    early: false,
    found: null,
    unsavedSince: null,
  };
  const field = make(typing);
  typings.set(name, { typing, field });
  return field;
}

/** Those with something in them; of one record if asked. */
export function typedIn(id?: string): Typing[] {
  const all = [...typings.values()].map(({ typing }) => typing);
  return all.filter((typing) => typing.text.peek() !== null && (id === undefined || typing.id === id));
}

/** Whether a key was struck that is not on the disk. */
export function isTyping(): boolean {
  return typedIn().some(({ unsavedSince }) => unsavedSince !== null);
}

export function stop(typing: Typing): void {
  clearTimeout(typing.saving);
  clearTimeout(typing.pausing);
  typing.unsavedSince = null;
  typing.text.value = null;
}

/** What waited on the disk for this field is done with: it shows what there is now. */
export function lookAgain(id: string, key: string): void {
  const typing = typings.get(`${id} ${key}`)?.typing;
  if (!typing || typing.text.peek() !== null) return;
  typing.text.value = "";
  typing.text.value = null;
}

/** The text that was typed over may not be kept any longer; what was typed stays. */
export function unbase(id: string): void {
  for (const typing of typedIn(id)) typing.over = null;
}

/** The record was erased for everyone. */
export function stopIn(id: string): void {
  typedIn(id).forEach(stop);
}

export function forgetTyping(): void {
  typedIn().forEach(stop);
  typings.clear();
}
