/** `t()` gives the words of the chosen language. Only that language is loaded; a switch redraws every page at once. */
import { batch, signal } from "@preact/signals";
import { type Language, language, remember } from "./language";
import type { Like } from "./like";
import type { nl } from "./nl";

export type Words = Like<typeof nl>;

const LOAD: Record<Language, () => Promise<Words>> = {
  nl: async () => (await import("./nl")).nl,
  en: async () => (await import("./en")).en,
};

const now = signal<Words | null>(null);

/** A person's choice: kept on this device, and at once on every page. */
export async function choose(wanted: Language): Promise<void> {
  remember(wanted);
  await use(wanted);
}

/** Loads the language and switches to it; resolves when every `t()` speaks it. */
export async function use(wanted: Language): Promise<void> {
  const words = await LOAD[wanted]();
  batch(() => {
    language.value = wanted;
    now.value = words;
  });
  if (typeof document !== "undefined") document.documentElement.lang = wanted;
}

export function t(): Words {
  if (!now.value) throw new Error("no language yet: use() comes before the first drawing, as in app/main.tsx");
  return now.value;
}
