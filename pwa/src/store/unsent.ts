/** What is only on this device, as plain text: to paste elsewhere when nothing else helps. */
import { draftsOf, memory, pendingOf } from "./memory";

export function unsentText(): string {
  const { outbox, waiting, drafts, held } = memory();
  const ids = new Set([...outbox.keys(), ...waiting.keys(), ...drafts.keys()]);
  const written = [...ids].map((id) => textsOf(id));
  const kept = [...held.values()].filter((row) => row.here).map((row) => texts(row.set));
  return [...written, ...kept].filter((text) => text !== "").join("\n\n");
}

/** The last of each field: what came before it was typed over. */
function textsOf(id: string): string {
  const fields: Record<string, unknown> = {};
  for (const { mutation } of pendingOf(id)) Object.assign(fields, mutation.set);
  for (const { key, text } of draftsOf(id)) fields[key] = text;
  return texts(fields);
}

/** Words that people write have spaces in them; ids, dates and choices do not. */
function texts(fields: Record<string, unknown>): string {
  return Object.values(fields)
    .filter((value): value is string => typeof value === "string" && /\s/.test(value.trim()))
    .join("\n");
}
