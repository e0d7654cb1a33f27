/** After a conflict: in the transaction that takes the answer in, the queue of the record is folded and stands ready as one mutation. */
import type { Desk } from "./desk";
import { type Folded, fold } from "./fold";
import { hold } from "./held";
import { needsALook } from "./looked";
import { picked } from "./mutate";
import type { Ambient } from "./ports";
import { same } from "./same";
import type { Confirmed, Mutation, Queued, Rules } from "./types";
import { addedWords } from "./words";

/**
 * 1. Nothing waits on the server any more: a share was stopped, a choice was made elsewhere, or the record moved and left the
 *    words behind as a held draft. Nothing to fold; words that the record lacks are shown as not arrived.
 * 2. Fold the refused mutations and all that is still queued, in order.
 * 3. What never left and went into the fold whole need not leave any more; what left stays in line until it is answered.
 * 4. The fold goes last, over what the server has now, and settles every sibling that nobody has to choose about.
 */
export function settle(desk: Desk, id: string, refused: readonly Queued[], ambient: Ambient, rules: Rules): void {
  const record = desk.confirmed.rows.get(id);
  if (!record) return;
  const waiting = new Set(record.siblings.map((sibling) => sibling.mid));
  const stranded = refused.filter((row) => !waiting.has(row.mid));
  const rows = [...refused, ...desk.queue(id)].sort((a, b) => a.seq - b.seq);
  const folded = stranded.length < refused.length ? fold(record.fields, rows, rules) : null;
  const missing = (row: Queued) => (folded ? folded.open.includes(row.mid) : lacks(record, row));
  for (const row of stranded) if (missing(row)) hold(desk, row, "moved");
  if (folded) push(desk, record, rows, folded, ambient);
}

function push(desk: Desk, record: Confirmed, rows: readonly Queued[], folded: Folded, ambient: Ambient): void {
  const absorbed = absorbable(rows, folded);
  for (const row of absorbed) desk.outbox.remove(row.seq);
  const resolves = settledBy(rows, absorbed, folded);
  if (resolves.length === 0 && Object.keys(folded.set).length === 0) return;
  desk.outbox.put(asRow(desk, record, folded, resolves, ambient));
}

function lacks({ fields }: Confirmed, { mutation }: Queued): boolean {
  return Object.entries(mutation.set).some(([key, mine]) => {
    const now = fields[key] ?? null;
    if (key === "deleted" || mine === null) return false;
    return typeof mine === "string" && typeof now === "string" ? addedWords(now, mine) !== "" : !same(mine, now);
  });
}

/** All that never left, or none of it: one may stand on the other. Moving and deleting are the server's to judge. */
function absorbable(rows: readonly Queued[], { open }: Folded): readonly Queued[] {
  const unsent = rows.filter((row) => !row.sent);
  const plain = ({ mid, mutation }: Queued) =>
    mutation.scope === undefined && mutation.set.deleted !== true && !open.includes(mid);
  return unsent.every(plain) ? unsent : [];
}

/** What a replay had settled is not carried on: more may wait under those mids now than it had read. */
function settledBy(rows: readonly Queued[], absorbed: readonly Queued[], { open }: Folded): string[] {
  const already = rows.flatMap(({ mutation }) => (mutation.replay ? [] : (mutation.resolves ?? [])));
  const settled = rows.filter((row) => !absorbed.includes(row) && !open.includes(row.mid)).map((row) => row.mid);
  return [...new Set([...already, ...settled])];
}

function asRow(desk: Desk, record: Confirmed, folded: Folded, resolves: string[], ambient: Ambient): Queued {
  const { id, kind, rev } = record;
  const mid = ambient.random.mid();
  const at = new Date(ambient.clock.now()).toISOString();
  const mutation: Mutation = {
    mid,
    id,
    kind,
    base: { rev },
    set: folded.set,
    at,
    ...(resolves.length > 0 && { resolves }),
  };
  const baseFields = picked(record.fields, Object.keys(folded.set));
  const row: Queued = { seq: desk.meta.seq++, mid, id, kind, mutation, sent: false, baseFields };
  return needsALook(desk.meta, row, folded.sides);
}
