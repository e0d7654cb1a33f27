/** What is only on this device, as plain text to paste elsewhere: the last way out when a page cannot be drawn. */
import { t } from "../i18n/t";
import type { Kind } from "../records/kinds";
import { memory } from "../store/memory";

export function unsentText(): string {
  const { outbox, waiting, drafts } = memory();
  const changes = [...outbox.values(), ...waiting.values()].flat();
  const typed = [...drafts.values()].flatMap((ofRecord) => [...ofRecord.values()]);
  const parts = [
    ...changes.map(({ kind, mutation }) => [kind, Object.values(mutation.set).filter(isText).join("\n")]),
    ...typed.map(({ kind, text }) => [kind, text]),
  ];
  return parts.flatMap(([kind, text]) => (text ? [`${t().records[kind as Kind]}\n${text}`] : [])).join("\n\n");
}

/** What a person wrote; ids, dates and codes help nobody here. */
const isText = (value: unknown): value is string => typeof value === "string" && /\s/.test(value);
