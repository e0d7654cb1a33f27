/** From an act of the user to a row in the outbox: what was never sent grows, what was sent gets a successor. */
import { Desk } from "./desk";
import { needsALook } from "./looked";
import { mend } from "./mend";
import { mergeField, mergeRule } from "./merge";
import { fieldsOf, overlay } from "./overlay";
import type { Ambient, Changes, Slice } from "./ports";
import { same } from "./same";
import type { Base, Confirmed, Fields, Mutation, Patch, Queued, Rules, Sides, Value } from "./types";

export interface Intent {
  id: string;
  kind: string;
  /** `null` removes a key, `deleted: true` deletes the record. */
  set: Patch;
  /** To create, or to move. */
  scope?: string;
  /** Siblings that this settles. */
  resolves?: readonly string[];
  /** What was on the screen when the typing began (null: nothing). If others wrote since, their words are joined in. */
  over?: { [key: string]: Value | null };
  /** What the screen stood on then: the confirmed copy, what was under way, or the base of what had not left yet. */
  base?: Base;
}

/** null when nothing changes. Needs the record and its queue; the drafts this came from are the caller's to clear, in the same transaction. */
export function mutate(slice: Slice, intent: Intent, ambient: Ambient, rules: Rules): Changes | null {
  const desk = new Desk(slice);
  const confirmed = desk.confirmed.rows.get(intent.id);
  const queue = desk.queue(intent.id);
  const shown = overlay(slice.meta.person, confirmed, queue);
  const fields = fieldsOf(confirmed, queue) ?? {};
  const { wanted, open, sides } = changed(intent, fields, rules);
  const moves = intent.scope !== undefined && intent.scope !== shown?.scope;
  if (isEmpty(wanted) && !moves && !intent.resolves?.length) return null;
  const at = new Date(ambient.clock.now()).toISOString();
  const last = queue.at(-1);
  const baseFields = baseIn(desk, confirmed, picked(fields, Object.keys(wanted)));
  const seen = moves || open || wanted.deleted ? older(intent.base, last, confirmed) : undefined;
  if (last && !seen && grows(last, wanted, moves)) {
    const row = grown(last, wanted, intent, baseFields, confirmed, at);
    write(desk, last, needsALook(desk.meta, row, sides), confirmed);
  } else {
    const row = fresh(desk, intent, wanted, baseFields, seen ?? baseOf(last, confirmed), at, ambient, moves);
    desk.outbox.put(needsALook(desk.meta, row, sides));
  }
  return desk.changes();
}

/** None where no page of a reading anew has brought the record yet: a restore of the server may have lost words of it, so that their
 *  absence there will be no deletion. */
function baseIn({ meta }: Desk, confirmed: Confirmed | undefined, fields: Fields): Fields | null {
  return confirmed && confirmed.round < (meta.scopes[confirmed.scope]?.round ?? 0) ? null : fields;
}

/** What was seen, if something else came in since: nobody shares, deletes or replaces what they did not see, and the server judges by this. */
function older(seen: Base | undefined, last: Queued | undefined, confirmed: Confirmed | undefined): Base | undefined {
  const now = [baseOf(last, confirmed), last?.mutation.base];
  return seen && !now.some((base) => base && same(base, seen)) ? seen : undefined;
}

/** Only what differs from the screen; words typed over an older text are joined with the newer one. `open`: where both wrote and
 *  nothing can be joined; `sides`: where both wrote in the same place. */
function changed(intent: Intent, shown: Fields, rules: Rules): { wanted: Patch; open: boolean; sides: Sides } {
  if (intent.set.deleted === true) return { wanted: { deleted: true }, open: false, sides: {} };
  const wanted: Patch = {};
  const sides: Sides = {};
  let open = false;
  for (const [key, raw] of Object.entries(intent.set)) {
    const mine = mend(raw);
    const merged = mergeField(mergeRule(rules, intent.kind, key), overIn(intent, key, shown), mine, shown[key]);
    const value = merged.open ? mine : merged.value;
    if (same(value, shown[key] ?? null)) continue;
    wanted[key] = value;
    open ||= merged.open;
    if (merged.clash) sides[key] = { theirs: `${shown[key]}`, mine: `${mine}` };
  }
  return { wanted, open, sides };
}

const overIn = ({ over }: Intent, key: string, shown: Fields) => (over && key in over ? over[key] : shown[key]);

/** What has left the device is never altered; a deletion stays a step of its own, so that a revival has something to stand on.
 *  So does a creation that is moved: a logboek may be handed in to its coaching, but not made there. */
function grows(last: Queued, wanted: Patch, moves: boolean): boolean {
  const revives = last.mutation.set.deleted === true && wanted.deleted !== true;
  const leaves = moves && !last.mutation.base;
  return !last.sent && !last.mutation.replay && !revives && !leaves;
}

function grown(
  last: Queued,
  wanted: Patch,
  intent: Intent,
  baseFields: Fields | null,
  confirmed: Confirmed | undefined,
  at: string,
): Queued {
  const { scope: before, resolves: already, ...rest } = last.mutation;
  const creates = !rest.base;
  const target = intent.scope ?? before;
  const scope = creates || target !== confirmed?.scope ? target : undefined;
  const set = wanted.deleted === true ? wanted : { ...rest.set, ...wanted };
  const mutation: Mutation = { ...rest, ...place(scope), set, at, ...settling(already, intent.resolves) };
  const { merged, added, ...row } = last;
  const under = last.baseFields && baseFields && { ...without(baseFields, rest.set), ...last.baseFields };
  // A deletion has nothing of what was joined, and may not carry it about.
  const more = { ...(merged && !wanted.deleted && { merged }), ...(added && { added: without(added, wanted) }) };
  return { ...row, mutation, baseFields: under, ...more };
}

/** What was made and deleted before it ever left, or moved there and back, need not be told to anyone. */
function write(desk: Desk, last: Queued, row: Queued, confirmed: Confirmed | undefined): void {
  const { base, set, scope, resolves } = row.mutation;
  const neverWas = !base && !confirmed && set.deleted === true;
  const saysNothing = base && isEmpty(set) && scope === undefined && !resolves;
  if (neverWas || saysNothing) desk.outbox.remove(last.seq);
  else desk.outbox.put(row);
}

function fresh(
  desk: Desk,
  intent: Intent,
  set: Patch,
  baseFields: Fields | null,
  base: Base | undefined,
  at: string,
  ambient: Ambient,
  moves: boolean,
): Queued {
  const { id, kind } = intent;
  const mid = ambient.random.mid();
  const scope = moves || !base ? intent.scope : undefined;
  const mutation: Mutation = {
    mid,
    id,
    kind,
    ...(base && { base }),
    ...place(scope),
    set,
    at,
    ...settling(undefined, intent.resolves),
  };
  return { seq: desk.meta.seq++, mid, id, kind, mutation, sent: false, baseFields };
}

function baseOf(last: Queued | undefined, confirmed: Confirmed | undefined): Base | undefined {
  if (last) return { mid: last.mid };
  return confirmed && { rev: confirmed.rev };
}

export function picked(fields: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => keys.includes(key)));
}

/** A key that was written before keeps the base of then, also when there was none. */
const without = <V extends Value>(fields: { [key: string]: V }, written: Patch): { [key: string]: V } =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !(key in written)));

const isEmpty = (set: Patch): boolean => Object.keys(set).length === 0;
const place = (scope: string | undefined) => (scope === undefined ? {} : { scope });

function settling(already: readonly string[] = [], more: readonly string[] = []): { resolves?: string[] } {
  const resolves = [...new Set([...already, ...more])];
  return resolves.length > 0 ? { resolves } : {};
}
