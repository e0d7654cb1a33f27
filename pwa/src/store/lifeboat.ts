/** A synchronous copy in localStorage of what is not on the disk yet: for a page that is closing, and for a disk that fails.
 *  Keyed by person and by page, so that nobody finds another's words and two pages do not overwrite each other. */
import { type Intent, intentOf } from "./intent";
import { type KeptDraft, type Memory, memory } from "./memory";
import { trouble } from "./status";

export interface Boat {
  intents: Intent[];
  drafts: KeptDraft[];
}

/** What this page is called, as long as it lives. */
export const page = Math.random().toString(36).slice(2, 10);
const prefix = (person: string): string => `maatje-boat-${person}-`;

let adrift: Memory | null = null;
let unsavedDrafts: () => KeptDraft[] = () => [];

/** Who types says here what the disk does not have. */
export function onFilling(drafts: () => KeptDraft[]): void {
  unsavedDrafts = drafts;
}

/** The database may be deleted under this page, with what is written to it from now on: what is on its way is kept here as well,
 *  until this person signs in again. */
export function castOff(): void {
  fillLifeboat(true);
  adrift = memory();
}

/** Keystrokes go along only when the page is leaving or something is the matter: else they are on the disk within a second, and
 *  here they would lie longer. */
export function fillLifeboat(keystrokes = trouble.peek() !== null): void {
  if (adrift === memory()) return;
  const { person, waiting } = memory();
  const boat: Boat = {
    intents: [...waiting.values()].flat().map(intentOf),
    drafts: keystrokes ? unsavedDrafts() : [],
  };
  const key = prefix(person) + page;
  try {
    if (boat.intents.length + boat.drafts.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(boat));
  } catch {
    // Full, or forbidden in this browser: it was a second chance, and the disk is still tried.
  }
}

/** What this person's earlier pages left behind; it is taken out only when `emptied` is called. */
export function lifeboats(person: string): { boats: Boat[]; emptied(): void } {
  const found = keysOf(person);
  const boats = found.flatMap((key) => parsed(localStorage.getItem(key)));
  return { boats, emptied: () => found.map((key) => localStorage.removeItem(key)) };
}

/** Erased for good: also out of what a page left behind that was killed. */
export function throwOut(ids: readonly string[]): void {
  for (const key of keysOf(memory().person)) {
    for (const boat of parsed(localStorage.getItem(key))) {
      const left = <Row extends { id: string }>(rows: Row[]) => rows.filter(({ id }) => !ids.includes(id));
      localStorage.setItem(key, JSON.stringify({ intents: left(boat.intents), drafts: left(boat.drafts) }));
    }
  }
}

function keysOf(person: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix(person)));
  } catch {
    return []; // no localStorage here (a worker, or forbidden): then nothing was left in it
  }
}

function parsed(text: string | null): Boat[] {
  try {
    const boat = JSON.parse(text ?? "") as Partial<Boat>;
    return [{ intents: boat.intents ?? [], drafts: boat.drafts ?? [] }];
  } catch {
    return []; // cut off while it was written
  }
}
