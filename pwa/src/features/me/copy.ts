/** "Bewaar een kopie": one page with all that is only on this device, for a person to keep, and to read without this app. Pure but for the last. */
import { longDayTime } from "../../i18n/dates";
import { t, type Words } from "../../i18n/t";
import { base64 } from "../../records/base64";
import { isKind } from "../../records/kinds";
import { type OnlyHere, onlyHere } from "../../store/only-here";
import { download } from "../../ui/download";

interface Part {
  title: string;
  lines: readonly { name: string; text: string }[];
}

/** HTML without a script, that any browser opens: words first, then pictures and sounds, then everything as it was stored. */
export function asPage(all: OnlyHere, when: string, words: Pick<Words, "me" | "records" | "versions">): string {
  const title = safe(words.me.copyTitle(when));
  return [
    `<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>`,
    ...partsOf(all, words).map(section),
    ...all.media.map(medium),
    `<details><summary>${safe(words.me.copyRaw)}</summary><pre>${safe(raw(all))}</pre></details>`,
  ].join("\n");
}

export async function saveCopy(): Promise<void> {
  const now = new Date();
  const page = asPage(await onlyHere(), longDayTime(now), t());
  download(`maatje-${now.toISOString().slice(0, 10)}.html`, new Blob([page], { type: "text/html" }));
}

/** One part a record: what was written later stands in place of what it replaced. */
function partsOf({ changes, drafts, held }: OnlyHere, { me, records, versions }: Parameters<typeof asPage>[2]): Part[] {
  const named = (kind: string, note?: string) =>
    [isKind(kind) ? records[kind] : kind, note].filter(Boolean).join(" · ");
  const fields: Partial<Record<string, string>> = versions.field;
  const lines = (set: object) =>
    Object.entries(set).flatMap(([key, value]) => {
      const text = textOf(value);
      return text ? [{ name: fields[key] ?? key, text }] : [];
    });
  const byRecord = new Map<string, { kind: string; set: object }>();
  for (const { id, kind, set } of changes) byRecord.set(id, { kind, set: { ...byRecord.get(id)?.set, ...set } });
  return [
    ...[...byRecord.values()].map(({ kind, set }) => ({ title: named(kind), lines: lines(set) })),
    ...drafts.map(({ kind, key, text }) => ({ title: named(kind, me.copyTyped), lines: lines({ [key]: text }) })),
    ...held.map(({ kind, set }) => ({ title: named(kind, me.copyHeld), lines: lines(set) })),
  ].filter((part) => part.lines.length > 0);
}

/** Of a photo the bytes follow below. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(", ");
  if (typeof value === "object" && value !== null) return "about" in value ? String(value.about) : "";
  return value === null ? "" : String(value);
}

const section = ({ title, lines }: Part): string =>
  `<section><h2>${safe(title)}</h2><dl>${lines.map(({ name, text }) => `<dt>${safe(name)}</dt><dd style="white-space:pre-wrap">${safe(text)}</dd>`).join("")}</dl></section>`;

function medium({ type, data }: OnlyHere["media"][number]): string {
  const address = `data:${safe(type)};base64,${base64(data)}`;
  return type.startsWith("image/")
    ? `<p><img src="${address}" alt=""></p>`
    : `<p><audio controls src="${address}"></audio></p>`;
}

function raw({ media: _, ...text }: OnlyHere): string {
  return JSON.stringify(text, null, 1);
}

const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const safe = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign);
