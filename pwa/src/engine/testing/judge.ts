/** SYNC.md §3 in small: what becomes of one mutation that its writer may make. */
import { same } from "../same";
import type { Mutation, Patch, Result, Value } from "../types";
import { type Data, type Ground, notAfter, place, type Stored, written } from "./data";

export function judge(data: Data, gen: number, person: string, mutation: Mutation, ground: Ground): Result {
  const record = data.records.get(mutation.id) ?? created(data, gen, person, mutation);
  const mine = (key: string) => isMine(record, key, ground);
  const alone = [...record.written.keys()].every(mine);
  const move = moveOf(record, mutation);
  if (move && record.author !== person) return { status: "held", reason: "forbidden" };
  record.rev = [gen, record.rev[1] + 1];
  data.revisions.push({ id: record.id, rev: written(record.rev), set: mutation.set });
  const stopped = mutation.set.deleted === true && !wiped(record, mutation, alone);
  resolve(data, record, person, mutation);
  const taken = stopped ? {} : write(record, mutation, mine);
  const isTaken = Object.keys(taken).length > 0;
  const stays = move !== undefined && !moved(data, record, move, mutation, alone && !isTaken);
  if (isTaken) record.siblings.push({ mid: mutation.mid, author: person, at: mutation.at, set: taken });
  place(data, record, false);
  return { status: statusOf(stopped || isTaken || stays, alone), rev: written(record.rev) };
}

/** One shares what one saw; taking back always happens. */
function moved(data: Data, record: Stored, scope: string, { mid, replay }: Mutation, seen: boolean): boolean {
  const back = scope === `self:${record.author}`;
  if (!back && (!seen || replay || record.siblings.length > 0)) return false;
  go(data, record, scope, mid);
  return true;
}

function statusOf(refused: boolean, alone: boolean): "ok" | "merged" | "conflict" {
  if (refused) return "conflict";
  return alone ? "ok" : "merged";
}

function created(data: Data, gen: number, author: string, { id, kind, scope = "" }: Mutation): Stored {
  const blank = { deleted: false, fields: {}, written: new Map(), siblings: [] };
  const record: Stored = { id, kind, scope, rev: [gen, 0], author, ...blank };
  data.records.set(id, record);
  return record;
}

/** Written at or before the root, or by the chain itself. */
function isMine(record: Stored, key: string, { root, chain }: Ground): boolean {
  const last = record.written.get(key);
  return !last || notAfter(last.rev, root) || chain.includes(last.mid);
}

function moveOf(record: Stored, { scope }: Mutation): string | undefined {
  return scope === record.scope ? undefined : scope;
}

/** Nobody deletes what they have not seen. */
function wiped(record: Stored, { mid }: Mutation, alone: boolean): boolean {
  if (!alone) return false;
  Object.assign(record, { deleted: true, fields: {} });
  for (const key of [...record.written.keys(), "deleted"]) record.written.set(key, { rev: record.rev, mid });
  return true;
}

/** Writes the free keys; answers the taken ones. */
function write(record: Stored, { mid, set }: Mutation, mine: (key: string) => boolean): Patch {
  const taken: Patch = {};
  const { deleted: _, ...keys } = set;
  const free = Object.entries(keys).filter(([key, value]) => {
    if (mine(key) && mine("deleted")) return true;
    if (!same(value, record.fields[key] ?? null)) taken[key] = value;
    return false;
  });
  for (const [key, value] of free) put(record, key, value, mid);
  return taken;
}

function put(record: Stored, key: string, value: Value | null, mid: string): void {
  record.deleted = false;
  record.written.set(key, { rev: record.rev, mid });
  if (value === null) delete record.fields[key];
  else record.fields[key] = value;
}

/** After a restore more may wait under a mid than was read of it. */
function resolve(data: Data, record: Stored, person: string, { resolves = [], replay }: Mutation): void {
  if (replay) return;
  record.siblings = record.siblings.filter((sibling) => !resolves.includes(sibling.mid));
  for (const mid of resolves) data.held.delete(`${person} ${mid}`);
}

/** A sibling belongs to the scope it was written in; its author gets it back. */
function go(data: Data, record: Stored, scope: string, mid: string): void {
  for (const { author, mid: old, set, at } of record.siblings) {
    const mutation: Mutation = { mid: old, id: record.id, kind: record.kind, set, at: at ?? "" };
    data.held.set(`${author} ${old}`, { person: author, mutation, reason: "moved" });
  }
  record.siblings = [];
  place(data, record, true);
  record.scope = scope;
  record.written.set("scope", { rev: record.rev, mid });
}
