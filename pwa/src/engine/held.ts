/** What did not arrive: a mutation leaves the outbox and becomes a draft that only its author reads. */
import { added } from "./added";
import type { Desk } from "./desk";
import type { Queued } from "./types";

/** The server has it too, unless `here`. */
export function hold(desk: Desk, row: Queued, reason: string, here = false): void {
  const { mid, id, kind, mutation } = row;
  desk.outbox.remove(row.seq);
  desk.held.put({ mid, id, kind, set: mutation.set, reason, at: mutation.at, here, added: added(row) });
}

/** A single mutation that the server will not even read; the rest goes on. */
export const setAside = (desk: Desk, row: Queued, reason: "too_big" | "refused"): void => hold(desk, row, reason, true);
