/** What waits beside a record: versions of others, and what this person wrote in it that did not arrive. Pure. */
import type { Me } from "../../records/account";
import { isSilent } from "../../records/silent";
import type { HeldDraft } from "../../store/held";
import type { Shown } from "../../store/live";
import { mayWrite } from "../../store/mayWrite";
import { isWithin, type Value } from "../../store/proposal";
import type { Beside } from "./versions";

/** Each version of others, and what is held of this record: a chain is one version of one's own, what was written apart another. */
export function besides(record: Shown, drafts: readonly HeldDraft[], me: Me | null): Beside[] {
  if (!mayWrite(record, me)) return [...record.siblings];
  const mine = drafts.filter(({ id, set }) => id === record.id && set.deleted !== true);
  const versions: Beside[] = [];
  for (const { mid, at, set } of mine.sort((a, b) => a.at.localeCompare(b.at))) {
    const said = given(set);
    const before = versions.find((one) => goesOn(one.set, said));
    if (before) Object.assign(before, { mid, at, set: { ...before.set, ...said } });
    else versions.push({ mid, at, author: me?.person.id ?? null, set: said, held: true });
  }
  return [...record.siblings, ...versions];
}

/** No word of what was said before is missing in what was said then. */
function goesOn(before: Beside["set"], then: Beside["set"]): boolean {
  return Object.entries(then).every(([key, text]) => {
    const was = before[key];
    return typeof was !== "string" || typeof text !== "string" || isWithin(was, text);
  });
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
