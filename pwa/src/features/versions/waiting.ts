/** What waits beside a record: versions of others, and what this person wrote in it that did not arrive. Pure. */
import type { Me } from "../../records/account";
import type { HeldDraft } from "../../store/held";
import type { Shown } from "../../store/live";
import type { Value } from "../../store/proposal";
import type { Beside } from "./versions";

/** Kinds that several people write in; every other record is its author's. */
const SHARED = new Set(["session", "attendance"]);

/** As far as the device can tell: the server has the last word, and what it does not take is held again. */
export function mayWrite({ kind, scope, author, fields }: Shown, me: Me | null): boolean {
  const person = me?.person.id;
  const named = (fields as { coaches?: readonly string[] }).coaches ?? [];
  if (!person || !me?.scopes[scope]) return false;
  return author === person || named.includes(person) || (SHARED.has(kind) && me.scopes[scope].write.includes(kind));
}

/** Each version of others, and all that is held of this record as one version of one's own. */
export function besides(record: Shown, drafts: readonly HeldDraft[], me: Me | null): Beside[] {
  const mine = drafts.filter(({ id, set }) => id === record.id && set.deleted !== true);
  const [last] = [...mine].sort((a, b) => b.at.localeCompare(a.at));
  if (!last || !mayWrite(record, me)) return [...record.siblings];
  const said = [...mine].sort((a, b) => a.at.localeCompare(b.at)).map(({ set }) => given(set));
  const { mid, at } = last;
  return [...record.siblings, { mid, at, author: me?.person.id ?? null, set: Object.assign({}, ...said), held: true }];
}

/** The mids that one choice is done with. */
export function settledBy(record: Shown, drafts: readonly HeldDraft[], all: readonly Beside[]): string[] {
  const held = all.some((one) => one.held) ? drafts.filter(({ id }) => id === record.id) : [];
  return [...record.siblings, ...held].map(({ mid }) => mid);
}

/** What was taken out is no version to bring back. */
function given(set: { [key: string]: Value | null }): { [key: string]: Value } {
  return Object.fromEntries(Object.entries(set).filter((entry): entry is [string, Value] => entry[1] !== null));
}
