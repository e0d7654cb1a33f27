/** The server was restored from a backup: what it may have lost is handed in again, oldest first. */
import type { Desk } from "./desk";
import type { Queued } from "./types";

/** Of a replayed mutation the base is no ancestor any more (absence is not deletion), and it shares nothing. */
export function handInAgain(desk: Desk): void {
  for (const { seq, mid, id, kind, mutation, merged } of desk.sent.where(() => true)) {
    desk.sent.remove(seq);
    desk.outbox.put(again({ seq, mid, id, kind, mutation, sent: true, baseFields: null, ...(merged && { merged }) }));
  }
  for (const row of desk.queue()) desk.outbox.put(again(row));
  // What did not arrive may be here alone now; where the server still has it, it says so.
  for (const row of desk.held.where(({ here }) => !here)) desk.held.put({ ...row, here: true });
}

function again(row: Queued): Queued {
  return { ...row, mutation: { ...row.mutation, replay: true }, baseFields: null };
}
