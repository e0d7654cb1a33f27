/** How far a device has read each scope: cursors, full readings and what they sweep away, records that left, checksums. */
import { checksum } from "./checksum";
import type { Desk } from "./desk";
import { forget } from "./purge";
import type { Asked } from "./request";
import type { Answer, Check, Confirmed, ScopeState, Wire } from "./types";

const DAY = 86_400_000;

export function stateOf(desk: Desk, scope: string): ScopeState {
  desk.meta.scopes[scope] ??= { cursor: null, round: 0, sweeping: false };
  return desk.meta.scopes[scope];
}

/** The scopes that may not be read any more. At the end of a full round each that may has its check; what was to be read anew has no
 *  cursor meanwhile, so that `drop` cannot name it. */
export function dropped({ meta, request }: Asked, { drop, check, more }: Answer): string[] {
  const whole = !more && !request.only && request.pull !== false;
  return whole ? [...drop, ...Object.keys(meta.scopes).filter((scope) => !(scope in check))] : drop;
}

/** From the beginning: what is held of the scope stays, unconfirmed, until the pages have shown what is still there. */
export function readAgain(desk: Desk, scopes: readonly string[]): void {
  for (const scope of scopes) {
    const state = stateOf(desk, scope);
    Object.assign(state, { cursor: null, round: state.round + 1, sweeping: true });
    desk.meta.outs = desk.meta.outs.filter(([of]) => of !== scope);
  }
}

export function bring(desk: Desk, records: readonly Wire[]): void {
  for (const record of records) {
    desk.confirmed.put({ ...record, round: stateOf(desk, record.scope).round });
    desk.meta.outs = desk.meta.outs.filter(([scope, id]) => scope !== record.scope || id !== record.id);
  }
}

/** Only when the round is complete: the scope a record moved to may stand on a later page. Where another scope has brought it, it stays. */
export function takeOut(desk: Desk): void {
  const gone = desk.meta.outs.filter(([scope, id]) => desk.confirmed.rows.get(id)?.scope === scope);
  forget(
    desk,
    gone.map(([, id]) => id),
  );
  desk.meta.outs = [];
}

/** What was just acknowledged travels with its acknowledgement: a record that does not has left this person's sight, whatever page says so. */
export function missing(desk: Desk, { results, records }: Answer): string[] {
  const came = new Set(records.map((record) => record.id));
  const taken = desk.queue().filter(({ mid }) => results[mid] && results[mid].status !== "held");
  return taken.map((row) => row.id).filter((id) => !came.has(id) && desk.confirmed.rows.has(id));
}

export function moveCursors(desk: Desk, cursors: Answer["cursors"]): void {
  for (const [scope, pos] of Object.entries(cursors)) stateOf(desk, scope).cursor = pos;
}

/** Compares what is held with what the server counts; answers the scopes that differ. Where `cursor` becomes null it is read again. */
export function compare(desk: Desk, { check: checks, more }: Pick<Answer, "check" | "more">, now: number): string[] {
  return Object.entries(checks)
    .filter(([scope]) => !more || !desk.meta.scopes[scope]?.sweeping) // what it sweeps may stand elsewhere, on a later page
    .filter(([scope, check]) => differs(desk, scope, check, now))
    .map(([scope]) => scope);
}

function differs(desk: Desk, scope: string, check: Check, now: number): boolean {
  const state = desk.meta.scopes[scope];
  if (!state || state.cursor !== check.pos) return false;
  if (state.sweeping) sweep(desk, scope, state, check.count);
  const { count, sum } = checksum(members(desk, scope));
  if (count === check.count && sum === check.sum) return false;
  const before = state.checkReset;
  // Once, then at most daily; the clock may have been set back.
  if (before === undefined || Math.abs(now - before) >= DAY) Object.assign(state, { cursor: null, checkReset: now });
  return true;
}

/** Every page is here and the count is right: what none of them brought is no longer there to be seen. */
function sweep(desk: Desk, scope: string, state: ScopeState, count: number): void {
  const all = members(desk, scope);
  const old = all.filter((record) => record.round < state.round);
  if (all.length - old.length !== count) return;
  state.sweeping = false;
  // Nobody but this person wrote in their own scope: there the sent-box hides nothing from anyone, and may be the last copy.
  forget(
    desk,
    old.map((record) => record.id),
    scope === `self:${desk.meta.person}`,
  );
}

function members(desk: Desk, scope: string): Confirmed[] {
  const leaving = new Set(desk.meta.outs.filter(([of]) => of === scope).map(([, id]) => id));
  return desk.confirmed.where((record) => record.scope === scope && !leaving.has(record.id));
}
