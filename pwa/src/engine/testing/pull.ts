/** SYNC.md §3 in small: what is new for a reader, in one snapshot. */
import { checksum } from "../checksum";
import type { Answer, Request, Wire } from "../types";
import { type Data, type Stored, written } from "./data";

type Pulled = Pick<Answer, "records" | "outs" | "cursors" | "drop" | "reset" | "more" | "check">;

interface Round {
  data: Data;
  request: Request;
  stale: boolean;
  room: number;
  pulled: Pulled;
  found: Set<string>;
  reached: Map<string, number>;
}

/** `told`: records that were just acknowledged travel with their acknowledgement. */
export function pull(
  data: Data,
  granted: readonly string[],
  request: Request,
  stale: boolean,
  told: string[],
  limit: number,
): Pulled {
  const drop = Object.keys(request.cursors).filter((scope) => !granted.includes(scope));
  const pulled: Pulled = { records: [], outs: [], cursors: {}, drop, reset: [], more: false, check: {} };
  const visible = told.filter((id) => granted.includes(data.records.get(id)?.scope ?? ""));
  const round: Round = { data, request, stale, room: limit, pulled, found: new Set(visible), reached: new Map() };
  for (const scope of wanted(granted, request)) page(round, scope);
  pulled.records = [...round.found].map((id) => wire(data.records.get(id) as Stored));
  check(round);
  return pulled;
}

function wanted(granted: readonly string[], { only, pull: pulls }: Request): string[] {
  return pulls === false ? [] : granted.filter((scope) => !only || only.includes(scope));
}

function page(round: Round, scope: string): void {
  const { data, pulled, found } = round;
  const position = data.position.get(scope) ?? 0;
  const from = startOf(round, scope);
  if (from === null) pulled.reset.push(scope);
  const start = from ?? 0;
  const above = [...(data.placed.get(scope) ?? [])].filter(([, { pos }]) => pos > start);
  const rows = above.sort((a, b) => a[1].pos - b[1].pos).slice(0, round.room);
  for (const [id] of rows.filter(([, { out }]) => !out)) found.add(id);
  for (const [id] of rows.filter(([, { out }]) => out)) pulled.outs.push([scope, id]);
  const complete = rows.length === above.length;
  const end = complete ? position : (rows.at(-1)?.[1].pos ?? start);
  pulled.more ||= !complete;
  if (end !== from) pulled.cursors[scope] = end;
  round.room -= rows.length;
  round.reached.set(scope, end);
}

/** null: from the beginning. */
function startOf({ data, request, stale }: Round, scope: string): number | null {
  const cursor = request.cursors[scope];
  return stale || cursor === undefined || cursor < (data.floor.get(scope) ?? 0) ? null : cursor;
}

function check({ data, request, pulled, reached }: Round): void {
  const whole = !request.only && !pulled.more;
  for (const [scope, pos] of reached) {
    const complete = pos === (data.position.get(scope) ?? 0);
    if (complete && (whole || scope in pulled.cursors)) pulled.check[scope] = { pos, ...checksum(inside(data, scope)) };
  }
}

/** What someone who reads everything of the scope should hold. */
function inside(data: Data, scope: string): { id: string; rev: string }[] {
  const records = [...data.records.values()].filter((record) => record.scope === scope);
  return records.map(({ id, rev }) => ({ id, rev: written(rev) }));
}

export function wire({ id, kind, scope, rev, author, deleted, fields, siblings }: Stored): Wire {
  return { id, kind, scope, rev: written(rev), author, deleted, fields, siblings };
}
