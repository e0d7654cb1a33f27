/** What was typed here and did not arrive: only its author sees it. `discard.ts` has what one can do with it. */
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
