/** One record as this person sees it now, or nothing. */
import { overlay } from "../engine/overlay";
import type { Confirmed, Sibling } from "../engine/types";
import { type FieldsOf, isKind, type Kind } from "../records/kinds";
import { draftsOf, isBeside, type KeptDraft, memory, pendingOf } from "./memory";

/** A clock may be put right by a little without anything being hidden. */
const SET_BACK = 3_600_000;
/** Something that others wrote was. */
let hid = false;

export interface Shown<K extends Kind = Kind> {
  id: string;
  kind: K;
  scope: string;
  /** "" when nobody wrote it: the server did, or its kind is anonymous. */
  author: string;
  fields: FieldsOf<K>;
  rev: string | null;
  /** "here": something of it is still only on this device. */
  place: "here" | "safe";
  /** Versions that wait for a choice. */
  siblings: readonly Sibling[];
  /** The machine joined two texts in it, and nobody has looked yet. */
  merged: boolean;
}

export function shownNow(id: string): Shown | undefined {
  const { person, confirmed, meta } = memory();
  const pending = pendingOf(id);
  const laid = overlay(person, visible(confirmed.get(id)), pending, typedIn(id));
  if (!laid || !isKind(laid.kind)) return undefined;
  const { kind, author, here, fields, siblings: all, ...rest } = laid;
  const chosen = new Set(pending.flatMap(({ mutation }) => mutation.resolves ?? []));
  const siblings = all.filter(({ mid }) => !chosen.has(mid));
  return {
    ...rest,
    merged: meta?.joined?.includes(id) ?? false,
    siblings,
    kind,
    author: author ?? "",
    fields: fields as FieldsOf<Kind>,
    place: here ? "here" : "safe",
  };
}

/** The server was not reached for so long that what others wrote may have been taken back. Nobody knows how long by a clock that
 *  says that the last time is yet to come: it was set back. */
export function leaseOver(now = Date.now()): boolean {
  const { leaseUntil = null, contact = null } = memory().meta ?? {};
  return leaseUntil !== null && (now > leaseUntil || now < (contact ?? 0) - SET_BACK);
}

/** Whether something was hidden for that since this was last asked. */
export function hidAnything(): boolean {
  const before = hid;
  hid = false;
  return before;
}

function typedIn(id: string): readonly KeptDraft[] {
  return draftsOf(id).filter(({ key }) => !isBeside(key));
}

function visible(row: Confirmed | undefined): Confirmed | undefined {
  const hides = row !== undefined && row.author !== memory().person && leaseOver();
  hid ||= hides;
  return hides ? undefined : row;
}
