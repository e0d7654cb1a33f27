/** The words a mutation added to each text: what "did not arrive" shows of it, and all that may stay when what it was typed over must go. */
import type { Queued } from "./types";
import { addedWords } from "./words";

export function added({ mutation, baseFields, added: known }: Queued): { [key: string]: string } {
  if (known) return known;
  const texts: { [key: string]: string } = {};
  for (const [key, value] of Object.entries(mutation.set)) {
    const before = baseFields?.[key];
    if (typeof value === "string") texts[key] = addedWords(typeof before === "string" ? before : "", value);
  }
  return texts;
}
