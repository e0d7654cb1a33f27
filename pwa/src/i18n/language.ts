/** The language one reads now, and what this device remembers of it. In its own file, so that dates load no sentence. */
import { signal } from "@preact/signals";

export type Language = "nl" | "en";

export const language = signal<Language>("nl");

const KEY = "maatje-language";

/** What to begin with: what was chosen on this device, else what the person's account says, else what the phone is set to. */
export function firstLanguage(account: string | null, preferred: readonly string[]): Language {
  const phone = preferred[0] && !preferred[0].toLowerCase().startsWith("nl") ? "en" : "nl";
  return known(remembered()) ?? known(account) ?? phone;
}

export function remember(chosen: Language): void {
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // Forbidden in this browser: the account's language is used at the next start.
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // forbidden in this browser
  }
}

const known = (name: string | null): Language | null => (name === "nl" || name === "en" ? name : null);
