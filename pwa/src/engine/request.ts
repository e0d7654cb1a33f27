/** What a device asks: its cursors and the oldest of its waiting mutations, durably marked sent before anything leaves. */
import { Desk } from "./desk";
import { setAside } from "./held";
import type { Plan } from "./ports";
import type { Meta, Mutation, Queued, Request } from "./types";

export interface Wish {
  /** Only these scopes are pulled: those a poke named. */
  only?: readonly string[];
  /** The page is going: push as much as outlives it, pull nothing. */
  farewell?: boolean;
  /** At most so many mutations, after a larger batch was refused. */
  most?: number;
}

export interface Asked {
  request: Request;
  /** As it was when the request was made, and still is when its answer is taken in. */
  meta: Meta;
  /** When, in milliseconds since 1970 by this device. */
  at: number;
}

const LIMITS = { mutations: 500, bytes: 2_000_000, one: 1_000_000, farewell: 55_000, rows: 500 };

export function ask(wish: Wish, at: number): Plan<Asked> {
  return (slice) => {
    const desk = new Desk(slice);
    for (const row of desk.queue()) if (sizeOf(row.mutation) > LIMITS.one) setAside(desk, row, "too_big");
    const leaving = batch(desk.queue(), wish);
    for (const row of leaving) if (!row.sent) desk.outbox.put({ ...row, sent: true });
    const request = asRequest(
      desk.meta,
      leaving.map((row) => row.mutation),
      wish,
    );
    return { changes: desk.changes(), result: { request, meta: desk.meta, at } };
  };
}

/** The oldest first, as many as fit; at least one, so that the rest is not stopped by it. */
function batch(queue: readonly Queued[], { farewell, most = LIMITS.mutations }: Wish): Queued[] {
  let room = farewell ? LIMITS.farewell : LIMITS.bytes;
  const leaving: Queued[] = [];
  for (const row of queue.slice(0, Math.min(most, LIMITS.mutations))) {
    room -= sizeOf(row.mutation) + 1;
    if (room < 0) break;
    leaving.push(row);
  }
  return leaving;
}

function sizeOf(mutation: Mutation): number {
  return new TextEncoder().encode(JSON.stringify(mutation)).length;
}

function asRequest({ device, n, gen, schema, scopes }: Meta, mutations: Mutation[], { only, farewell }: Wish): Request {
  const wanted = farewell ? [] : only;
  const known = Object.entries(scopes).filter(([scope]) => !wanted || wanted.includes(scope));
  const cursors = Object.fromEntries(
    known.flatMap(([scope, { cursor }]) => (cursor === null ? [] : [[scope, cursor]])),
  );
  const request: Request = { proto: 1, device, n, gen, schema, limit: LIMITS.rows, cursors, mutations };
  if (wanted) request.only = [...wanted];
  if (farewell) request.pull = false;
  return request;
}
