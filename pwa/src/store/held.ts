/** What was typed here and did not arrive: only its author sees it, to use the text again or to throw it away. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { HeldDraft } from "../engine/types";
import { memory } from "./memory";

export type { HeldDraft } from "../engine/types";

const rows = signal<readonly HeldDraft[]>([]);

/** Newest first. */
export const held: ReadonlySignal<readonly HeldDraft[]> = rows;

export function redrawHeld(): void {
  rows.value = [...memory().held.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
}

let discarding: (mid: string) => void = () => {};

export function onDiscard(callback: (mid: string) => void): void {
  discarding = callback;
}

/** Thrown away here at once, and on the server when it is reached. */
export function discard(mid: string): void {
  memory().held.delete(mid);
  redrawHeld();
  discarding(mid);
}

/** Its text, to go on with: what this person added where that could be told, else all of it. */
export function textOf(draft: HeldDraft): string {
  const added = Object.values(draft.added);
  const texts = added.length > 0 ? added : Object.values(draft.set).filter((value) => typeof value === "string");
  return texts.join("\n\n");
}
