/** The language one reads now. In its own file, so that dates need not load a single sentence. */
import { signal } from "@preact/signals";

export type Language = "nl" | "en";

export const language = signal<Language>("nl");

/** What the phone itself is set to, when nobody has chosen yet: Dutch unless it is set to something else. */
export function phoneLanguage(preferred: readonly string[]): Language {
  return preferred[0] && !preferred[0].toLowerCase().startsWith("nl") ? "en" : "nl";
}
