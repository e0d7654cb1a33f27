/** What waits beside a record: versions of others, and what this person wrote in it that did not arrive. Pure. */
import type { Me } from "../../records/account";
import { isSilent } from "../../records/silent";
import type { HeldDraft } from "../../store/held";
import type { Shown } from "../../store/live";
import { mayWrite } from "../../store/mayWrite";
import type { Value } from "../../store/proposal";
import type { Beside } from "./versions";

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

/** What was taken out is no version to bring back, and where it was to lie is not asked again. */
function given(set: { [key: string]: Value | null }): { [key: string]: Value } {
  const said = Object.entries(set).filter((entry): entry is [string, Value] => entry[1] !== null);
  return Object.fromEntries(said.filter(([key]) => !isSilent(key)));
}
