/** `t()` gives the words of the chosen language. Only that language is loaded; a switch redraws every page at once. */
import { batch, signal } from "@preact/signals";
import { type Language, language, remember } from "./language";
import type { Like } from "./like";
import type { nl } from "./nl";
import type { later } from "./nl.later";

type First = Like<typeof nl>;
type Later = Like<typeof later>;
export type Words = First & Later;

/** In two halves, so that the first page does not wait for the words of all the others. */
const LOAD: Record<Language, { first: () => Promise<First>; later: () => Promise<Later> }> = {
  nl: { first: async () => (await import("./nl")).nl, later: async () => (await import("./nl.later")).later },
  en: { first: async () => (await import("./en")).en, later: async () => (await import("./en.later")).later },
};

const now = signal<First | Words | null>(null);
let complete = false;

/** A person's choice: kept on this device, and at once on every page. */
export async function choose(wanted: Language): Promise<void> {
  remember(wanted);
  const [first, rest] = await Promise.all([LOAD[wanted].first(), LOAD[wanted].later()]);
  speak(wanted, { ...first, ...rest });
  complete = true;
}

/** What the shell and Vandaag need; resolves when they can be drawn. */
export async function startWith(wanted: Language): Promise<void> {
  speak(wanted, await LOAD[wanted].first());
}

/** Every other page waits for this. */
export async function loadAll(): Promise<void> {
  if (complete) return;
  const wanted = language.value;
  const rest = await LOAD[wanted].later();
  // A choice made meanwhile has brought everything already.
  if (now.value && wanted === language.value) speak(wanted, { ...now.value, ...rest });
  complete = true;
}

export function t(): Words {
  if (!now.value) throw new Error("no language yet: startWith() comes before the first drawing, as in app/main.tsx");
  return now.value as Words; // whoever needs the later half waited for loadAll()
}

function speak(chosen: Language, words: First | Words): void {
  batch(() => {
    language.value = chosen;
    now.value = words;
  });
  if (typeof document !== "undefined") document.documentElement.lang = chosen;
}
