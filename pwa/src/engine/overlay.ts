/** What the user sees: the confirmed record, this device's waiting mutations folded on top, and what is being typed on top of that. */
import type { Confirmed, Draft, Fields, Patch, Queued, Sibling } from "./types";

export interface Laid {
  id: string;
  kind: string;
  scope: string;
  author: string | null;
  fields: Fields;
  rev: string | null;
  siblings: readonly Sibling[];
  /** Something of it is still only on this device. */
  here: boolean;
}

type Typed = Pick<Draft, "key" | "text" | "over">;

/**
 * null when there is nothing to show: it is deleted, it does not exist here, or it left this person's sight (what they still
 * had waiting then ends as held). A word typed on a deleted record brings it back.
 */
export function overlay(
  person: string,
  confirmed: Confirmed | undefined,
  queue: readonly Queued[],
  drafts: readonly Typed[] = [],
): Laid | null {
  const typed = drafts.filter((draft) => draft.text !== (draft.over ?? ""));
  const fields = fieldsOf(confirmed, queue, typed);
  const first = confirmed ?? queue[0];
  if (!first || !fields || (!confirmed && queue[0]?.mutation.base)) return null;
  return {
    id: first.id,
    kind: first.kind,
    fields,
    ...(confirmed ? known(confirmed) : { author: person, rev: null, siblings: [] }),
    scope: scopeOf(confirmed, queue),
    here: queue.length + typed.length > 0,
  };
}

const known = ({ author, rev, siblings }: Confirmed) => ({ author, rev, siblings });

/** Of what left this person's sight: what they have waiting there. */
export function fieldsOf(
  confirmed: Confirmed | undefined,
  queue: readonly Queued[],
  typed: readonly Typed[] = [],
): Fields | null {
  let fields = confirmed && !confirmed.deleted ? confirmed.fields : null;
  for (const { mutation } of queue) fields = patched(fields, mutation.set, !mutation.base);
  for (const draft of typed) fields = { ...fields, [draft.key]: draft.text };
  return fields;
}

/** A replayed mutation never shares, so what it would have shared is shown where it lies. */
function scopeOf(confirmed: Confirmed | undefined, queue: readonly Queued[]): string {
  const moves = queue.filter(({ mutation }) => mutation.scope !== undefined && !(mutation.replay && confirmed));
  return moves.at(-1)?.mutation.scope ?? confirmed?.scope ?? "";
}

/** The fields after one mutation; null after a deletion. Moving alone does not bring a deleted record back, creating does. */
export function patched(fields: Fields | null, set: Patch, creates = false): Fields | null {
  const { deleted, ...keys } = set;
  if (deleted === true || (!fields && !creates && Object.keys(keys).length === 0)) return null;
  const entries = Object.entries({ ...fields, ...keys }).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as Fields;
}

/** A child lies where its parent lies, if both have the same author; the server does the same when it takes the move in. */
export function placeOf(child: Laid, parent: Laid | null | undefined): string {
  return parent && parent.author === child.author ? parent.scope : child.scope;
}
