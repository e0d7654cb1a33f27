/** What became of each mutation that was sent: acknowledged, held, or in conflict and waiting to be folded. */
import type { Desk } from "./desk";
import { hold } from "./held";
import { erase } from "./purge";
import type { Answer, Queued, Result } from "./types";

export interface Outcomes {
  answered: number;
  /** Per record the mutations that ended in conflict. */
  refused: Map<string, Queued[]>;
  /** Records that were to be shared, but others had written: they stay where they are, and the user decides again. */
  unshared: string[];
}

export function acknowledge(desk: Desk, answer: Answer): Outcomes {
  const outcomes: Outcomes = { answered: 0, refused: new Map(), unshared: [] };
  for (const row of desk.queue()) {
    const result = answer.results[row.mid];
    if (!result) continue;
    outcomes.answered++;
    take(desk, row, result, answer.now);
    if (result.status === "conflict") noteConflict(desk, row, outcomes);
  }
  return outcomes;
}

function take(desk: Desk, row: Queued, result: Result, at: string): void {
  const record = desk.confirmed.rows.get(row.id);
  if (result.status === "held") notArrived(desk, row, result.reason ?? "forbidden");
  else if (record) archive(desk, row, result, record.scope, at);
  // Its author lost sight of the record meanwhile: the server has the text, but they can no longer reach it there.
  else if (result.status === "conflict") hold(desk, row, "moved", true);
  else desk.outbox.remove(row.seq);
}

/** In what was erased another page may have gone on typing: no word of that stays either. */
function notArrived(desk: Desk, row: Queued, reason: string): void {
  if (reason === "erased") erase(desk, [row.id]);
  else hold(desk, row, reason);
}

function archive(desk: Desk, row: Queued, { status, rev }: Result, scope: string, at: string): void {
  const { seq, mid, id, kind, mutation, merged } = row;
  desk.outbox.remove(seq);
  desk.sent.put({ seq, mid, id, kind, mutation, scope, status, rev: rev ?? null, at, ...(merged && { merged }) });
}

function noteConflict(desk: Desk, row: Queued, { refused, unshared }: Outcomes): void {
  const record = desk.confirmed.rows.get(row.id);
  if (!record) return;
  refused.set(row.id, [...(refused.get(row.id) ?? []), row]);
  if (row.mutation.scope !== undefined && row.mutation.scope !== record.scope) unshared.push(row.id);
}
