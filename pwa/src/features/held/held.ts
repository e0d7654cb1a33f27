/** What did not arrive, record by record: its words, why, and what one can make of it again. Pure but for the verbs at the end. */
import type { Words } from "../../i18n/t";
import type { Me } from "../../records/account";
import { type FileFacts, fileIn, filesIn } from "../../records/files";
import { isKind, type Kind, mergesOf } from "../../records/kinds";
import { isSilent } from "../../records/silent";
import { alsoFor } from "../../store/attach";
import { bringBack, discard } from "../../store/discard";
import type { HeldDraft } from "../../store/held";
import { isWithin } from "../../store/proposal";
import { create, settled } from "../../store/write";

export interface Undelivered {
  id: string;
  kind: string;
  at: string;
  reason: keyof Words["held"]["reason"];
  texts: readonly { key: string; text: string }[];
  files: readonly FileFacts[];
  /** Answers that were tapped and not written. */
  taps: number;
  deleted: boolean;
  /** How many of its kind it stands for. */
  count: number;
  drafts: readonly HeldDraft[];
}

const REASONS = [
  ...(["forbidden", "moved", "chain", "invalid", "malformed", "unknown_kind", "id_wrong", "mid_reused"] as const),
  ...(["failed", "too_big", "refused", "erased"] as const),
];

/** What may be begun anew by oneself, for oneself, and where it is then found. */
const AGAIN: Readonly<Partial<Record<string, { drop: readonly string[]; path: (id: string) => string }>>> = {
  logboek: { drop: ["handed_in", "version_of", "coaches"], path: (id) => `/logboek/${id}` },
  goal: { drop: [], path: (id) => `/doelen/${id}` },
  reflection: { drop: [], path: () => "/logboek" },
};

/** One entry per record, newest first: a chain of changes is one text to its writer, and what was written on two devices is two. What has
 *  nothing to read is one line per kind. */
export function undelivered(drafts: readonly HeldDraft[]): Undelivered[] {
  const byRecord = new Map<string, HeldDraft[]>();
  for (const draft of drafts) byRecord.set(draft.id, [...(byRecord.get(draft.id) ?? []), draft]);
  const entries = [...byRecord.values()].map(asOne).sort((a, b) => b.at.localeCompare(a.at));
  return [...entries.filter((entry) => !isBare(entry)), ...gathered(entries.filter(isBare))];
}

/** All its words as one text, to copy. */
export function textOf({ texts }: Pick<Undelivered, "texts">): string {
  return texts.map(({ text }) => text).join("\n\n");
}

/** Whether this person may begin such a thing anew; a coach who no longer coaches can still copy. */
export function canAgain(held: Undelivered, me: Me | null): held is Undelivered & { kind: Kind } {
  const mayCreate = me?.scopes[`self:${me.person.id}`]?.write ?? [];
  return held.kind in AGAIN && !held.deleted && mayCreate.includes(held.kind);
}

/** What the new entry holds: all that was said, without what tied it to where it could not go. */
export function fieldsAgain(held: Undelivered): Record<string, unknown> {
  const said = Object.assign({}, ...oldestFirst(held.drafts).map(({ set }) => set));
  for (const { key } of held.texts) said[key] = textOf({ texts: held.texts.filter((one) => one.key === key) });
  const dropped = new Set([...(AGAIN[held.kind]?.drop ?? []), "deleted"]);
  return Object.fromEntries(Object.entries(said).filter(([key, value]) => value !== null && !dropped.has(key)));
}

/** A new entry of one's own with the same words; what was held goes only when the new one is on the disk. */
export async function putAgain(held: Undelivered & { kind: Kind }, me: Me): Promise<string> {
  const fields = fieldsAgain(held);
  const id = create(held.kind, `self:${me.person.id}`, fields);
  alsoFor(id, fields);
  await settled();
  throwAway(held);
  return AGAIN[held.kind]?.path(id) ?? "/";
}

export function throwAway({ drafts }: Undelivered): void {
  for (const { mid } of drafts) discard(mid);
}

/** Thrown away by mistake. */
export function takeBack({ drafts }: Undelivered): void {
  drafts.forEach(bringBack);
}

function asOne(drafts: HeldDraft[]): Undelivered {
  const [first = drafts[0], ...rest] = oldestFirst(drafts);
  const { id, kind, reason } = first as HeldDraft;
  const last = rest.at(-1) ?? (first as HeldDraft);
  const all = [first as HeldDraft, ...rest].map(saidIn);
  const said: Record<string, unknown> = Object.assign({}, ...all);
  const texts = Object.keys(said).flatMap((key) => textsOf(kind, key, all));
  const taps = Object.entries(said).filter(([key, value]) => isTap(kind, key, value)).length;
  const files = filesIn(said);
  const deleted = last.set.deleted === true;
  return { id, kind, at: last.at, reason: reasonOf(reason), texts, files, taps, deleted, count: 1, drafts };
}

/** What a later one says as well is not said twice. */
function textsOf(kind: string, key: string, said: readonly Record<string, unknown>[]): { key: string; text: string }[] {
  const texts = said.map((one) => one[key]).filter((value): value is string => isText(kind, key, value));
  const last = texts.filter((text, index) => !texts.slice(index + 1).some((later) => isWithin(text, later)));
  return last.map((text) => ({ key, text }));
}

/** Nothing to read, nothing to copy and nothing to begin anew: nine of these tell no more than one. */
function isBare({ kind, texts, files, taps }: Undelivered): boolean {
  return texts.length + files.length + taps === 0 && !(kind in AGAIN);
}

function gathered(bare: readonly Undelivered[]): Undelivered[] {
  const alike = new Map<string, Undelivered>();
  for (const entry of bare) {
    const key = [entry.kind, entry.reason, entry.deleted].join();
    const first = alike.get(key);
    const drafts = [...(first?.drafts ?? []), ...entry.drafts];
    alike.set(key, { ...(first ?? entry), count: (first?.count ?? 0) + 1, drafts });
  }
  return [...alike.values()];
}

/** The words that were added, where that could be told; else the whole text. */
function saidIn({ set, added }: HeldDraft): Record<string, unknown> {
  return { ...set, ...Object.fromEntries(Object.entries(added).filter(([, text]) => text !== "")) };
}

function isText(kind: string, key: string, value: unknown): value is string {
  if (typeof value !== "string" || value.trim() === "" || isSilent(key)) return false;
  return (isKind(kind) && mergesOf(kind)[key] === "words") || /\s/.test(value.trim());
}

function isTap(kind: string, key: string, value: unknown): boolean {
  return value !== null && !isSilent(key) && !isText(kind, key, value) && !fileIn(key, value);
}

function reasonOf(code: string): Undelivered["reason"] {
  return REASONS.find((known) => known === code) ?? "unknown";
}

function oldestFirst(drafts: readonly HeldDraft[]): HeldDraft[] {
  return [...drafts].sort((a, b) => a.at.localeCompare(b.at) || a.mid.localeCompare(b.mid));
}
