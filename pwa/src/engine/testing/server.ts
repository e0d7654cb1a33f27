/** A server for tests, in one page of memory: SYNC.md §3 as far as the engine can notice it. The real one is written in Python. */
import { checksum } from "../checksum";
import { same } from "../same";
import type { Answer, Base, Fields, Mutation, Patch, Request, Result, Sibling, Value } from "../types";

type Rev = [gen: number, v: number];
interface Written {
  rev: Rev;
  mid: string;
}
export interface Stored {
  id: string;
  kind: string;
  scope: string;
  rev: Rev;
  author: string;
  deleted: boolean;
  fields: Fields;
  written: Map<string, Written>;
  siblings: (Sibling & { author: string })[];
}
interface Applied {
  digest: string;
  result: Result;
  root: Rev;
  chain: string[];
}

const ALL = "scope";
const GONE = "deleted";
const older = (one: Rev, other: Rev) => one[0] < other[0] || (one[0] === other[0] && one[1] <= other[1]);
const text = ([gen, v]: Rev) => `g${gen}.${v}`;
const parse = (rev: string): Rev => rev.slice(1).split(".").map(Number) as Rev;

export class Server {
  gen = 1;
  now = 0;
  grants = new Map<string, Set<string>>();
  data = {
    records: new Map<string, Stored>(),
    placed: new Map<string, Map<string, { pos: number; out: boolean }>>(),
    position: new Map<string, number>(),
    floor: new Map<string, number>(),
    applied: new Map<string, Applied>(),
    held: new Map<string, { person: string; mutation: Mutation; reason: string }>(),
    revisions: [] as { id: string; set: Patch }[],
    erased: new Set<string>(),
  };

  grant(person: string, ...scopes: string[]): void {
    this.grants.set(person, new Set([...(this.grants.get(person) ?? []), ...scopes]));
  }

  revoke(person: string, scope: string): void {
    this.grants.get(person)?.delete(scope);
  }

  sees(person: string, id: string): boolean {
    const record = this.data.records.get(id);
    return record !== undefined && (this.grants.get(person)?.has(record.scope) ?? false);
  }

  backup(): Server["data"] {
    return structuredClone(this.data);
  }

  restore(data: Server["data"]): void {
    this.data = structuredClone(data);
    this.gen++;
  }

  /** Placements of records that left are forgotten: who has not heard of it must read the scope again. */
  collect(scope: string): void {
    for (const [id, { pos, out }] of this.data.placed.get(scope) ?? []) {
      if (!out) continue;
      this.data.floor.set(scope, Math.max(pos, this.data.floor.get(scope) ?? 0));
      this.data.placed.get(scope)?.delete(id);
    }
  }

  erase(id: string): void {
    const record = this.data.records.get(id);
    if (!record) return;
    this.data.erased.add(id);
    this.place(record, true);
    this.data.records.delete(id);
    this.data.revisions = this.data.revisions.filter((revision) => revision.id !== id);
  }

  sync(person: string, request: Request, limit = request.limit): Answer {
    const stale = request.gen !== null && request.gen !== `g${this.gen}`;
    const results: Answer["results"] = {};
    if (!stale)
      for (const mutation of request.mutations) results[mutation.mid] = this.take(person, structuredClone(mutation));
    const ids = stale ? [] : request.mutations.map((mutation) => mutation.id);
    return structuredClone({ ...this.pull(person, request, stale, ids, limit), results });
  }

  private take(person: string, mutation: Mutation): Result {
    const { at: _, replay: __, ...said } = mutation;
    const digest = JSON.stringify(said);
    const key = `${person} ${mutation.mid}`;
    const known = this.data.applied.get(key);
    if (known) return known.digest === digest ? known.result : { status: "held", reason: "mid_reused" };
    if (this.data.erased.has(mutation.id)) return { status: "held", reason: "erased" };
    const ground = this.ground(person, mutation);
    const result: Result = ground ? this.judge(person, mutation, ground) : { status: "held", reason: "forbidden" };
    if (result.status === "held") this.data.held.set(key, { person, mutation, reason: result.reason ?? "" });
    this.data.applied.set(key, { digest, result, root: ground?.root ?? [0, 0], chain: ground?.chain ?? [] });
    return result;
  }

  /** What the mutation stands on: the root of its chain. null where it must be held. */
  private ground(person: string, { base, mid, replay, id, scope }: Mutation): { root: Rev; chain: string[] } | null {
    const record = this.data.records.get(id);
    if (record ? !this.sees(person, id) : !scope || !this.grants.get(person)?.has(scope)) return null;
    if (base && "mid" in base) {
      const before = this.data.applied.get(`${person} ${base.mid}`);
      return before && before.result.status !== "held" ? { root: before.root, chain: [...before.chain, mid] } : null;
    }
    if (!record && base) return null;
    return { root: rootOf(base, replay), chain: [mid] };
  }

  private judge(person: string, mutation: Mutation, { root, chain }: { root: Rev; chain: string[] }): Result {
    const { id, kind, mid, set, at } = mutation;
    const record = this.data.records.get(id) ?? this.create(person, id, kind, mutation.scope as string);
    const mine = (key: string) => {
      const last = record.written.get(key);
      return !last || older(last.rev, root) || chain.includes(last.mid);
    };
    const alone = [...record.written.keys()].every(mine);
    const moves = mutation.scope !== undefined && mutation.scope !== record.scope;
    if (moves && record.author !== person) return { status: "held", reason: "forbidden" };
    record.rev = [this.gen, record.rev[1] + 1];
    this.settle(record, person, mutation);
    this.data.revisions.push({ id, set });
    const { deleted, ...keys } = set;
    if (deleted && !alone) return this.done(record, "conflict");
    if (deleted) this.wipe(record, mid);
    const taken: Patch = {};
    for (const [key, value] of Object.entries(keys)) {
      if (mine(key) && mine(GONE)) this.write(record, key, value, mid);
      else if (!same(value, record.fields[key] ?? null)) taken[key] = value;
    }
    const refused = Object.keys(taken).length > 0;
    if (refused) record.siblings.push({ mid, author: person, at, set: taken });
    const back = mutation.scope === `self:${person}`;
    const shares = moves && !back && alone && record.siblings.length === 0 && !mutation.replay;
    if (moves && (back || shares)) this.move(record, mutation.scope as string, mid);
    const stopped = moves && !back && !shares && !mutation.replay;
    return this.done(record, refused || stopped ? "conflict" : alone ? "ok" : "merged");
  }

  private create(author: string, id: string, kind: string, scope: string): Stored {
    const record: Stored = {
      id,
      kind,
      scope,
      rev: [this.gen, 0],
      author,
      deleted: false,
      fields: {},
      written: new Map(),
      siblings: [],
    };
    this.data.records.set(id, record);
    return record;
  }

  private write(record: Stored, key: string, value: Value | null, mid: string): void {
    record.deleted = false;
    record.written.set(key, { rev: record.rev, mid });
    if (value === null) delete record.fields[key];
    else record.fields[key] = value;
  }

  private wipe(record: Stored, mid: string): void {
    Object.assign(record, { deleted: true, fields: {} });
    for (const key of [...record.written.keys(), GONE]) record.written.set(key, { rev: record.rev, mid });
  }

  private settle(record: Stored, person: string, { resolves = [] }: Mutation): void {
    record.siblings = record.siblings.filter((sibling) => !resolves.includes(sibling.mid));
    for (const mid of resolves) this.data.held.delete(`${person} ${mid}`);
  }

  private move(record: Stored, scope: string, mid: string): void {
    for (const { author, mid: old, set, at } of record.siblings) {
      const mutation: Mutation = { mid: old, id: record.id, kind: record.kind, set, at: at ?? "" };
      this.data.held.set(`${author} ${old}`, { person: author, mutation, reason: "moved" });
    }
    record.siblings = [];
    this.place(record, true);
    record.scope = scope;
    record.written.set(ALL, { rev: record.rev, mid });
  }

  private done(record: Stored, status: "ok" | "merged" | "conflict"): Result {
    this.place(record, false);
    return { status, rev: text(record.rev) };
  }

  private place({ id, scope }: Stored, out: boolean): void {
    const pos = (this.data.position.get(scope) ?? 0) + 1;
    this.data.position.set(scope, pos);
    if (!this.data.placed.has(scope)) this.data.placed.set(scope, new Map());
    this.data.placed.get(scope)?.set(id, { pos, out });
  }

  private pull(
    person: string,
    request: Request,
    stale: boolean,
    ids: string[],
    limit: number,
  ): Omit<Answer, "results"> {
    const granted = [...(this.grants.get(person) ?? [])].sort();
    const found = new Set<string>(ids.filter((id) => this.sees(person, id)));
    const now = new Date(this.now).toISOString();
    const held = [...this.data.held.values()].filter((draft) => draft.person === person).length;
    const lease = new Date(this.now + 14 * 86_400_000).toISOString();
    const answer: Omit<Answer, "results"> = {
      ...{ n: request.n, gen: `g${this.gen}`, stale, now, lease, held, records: [], outs: [], cursors: {} },
      ...{ drop: Object.keys(request.cursors).filter((scope) => !granted.includes(scope)), reset: [] },
      ...{ erased: [...this.data.erased], more: false, check: {} },
    };
    let room = limit;
    const reached = new Map<string, number>();
    for (const scope of request.pull === false ? [] : granted) {
      if (request.only && !request.only.includes(scope)) continue;
      room -= this.page(scope, request, stale, room, answer, found, reached);
    }
    answer.records = [...found].map((id) => this.wire(this.data.records.get(id) as Stored));
    const whole = !request.only && !answer.more;
    for (const [scope, cursor] of reached) {
      const counts = cursor === (this.data.position.get(scope) ?? 0) && (whole || scope in answer.cursors);
      if (counts) answer.check[scope] = { pos: cursor, ...checksum(this.inside(scope)) };
    }
    return answer;
  }

  private page(
    scope: string,
    { cursors }: Request,
    stale: boolean,
    room: number,
    answer: Omit<Answer, "results">,
    found: Set<string>,
    reached: Map<string, number>,
  ): number {
    const from = cursors[scope];
    const reset = stale || from === undefined || from < (this.data.floor.get(scope) ?? 0);
    if (reset) answer.reset.push(scope);
    const start = reset ? 0 : from;
    const rows = [...(this.data.placed.get(scope) ?? [])]
      .filter(([, { pos }]) => pos > start)
      .sort((a, b) => a[1].pos - b[1].pos);
    const page = rows.slice(0, Math.max(0, room));
    for (const [id, { out }] of page) {
      if (!out) found.add(id);
      else answer.outs.push([scope, id]);
    }
    if (page.length < rows.length) answer.more = true;
    const end = page.length < rows.length ? (page.at(-1)?.[1].pos ?? start) : (this.data.position.get(scope) ?? 0);
    if (end !== start || reset) answer.cursors[scope] = end;
    reached.set(scope, end);
    return page.length;
  }

  /** What a person who reads everything of the scope should hold. */
  inside(scope: string): { id: string; rev: string }[] {
    const records = [...this.data.records.values()].filter((record) => record.scope === scope);
    return records.map(({ id, rev }) => ({ id, rev: text(rev) }));
  }

  wire({ id, kind, scope, rev, author, deleted, fields, siblings }: Stored): Answer["records"][number] {
    return { id, kind, scope, rev: text(rev), author, deleted, fields, siblings };
  }
}

function rootOf(base: Base | undefined, replay: true | undefined): Rev {
  return base && "rev" in base && !replay ? parse(base.rev) : [0, 0];
}
