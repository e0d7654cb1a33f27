/** A server for tests, in memory: SYNC.md §3 as far as the engine can notice it. The real one is written in Python. */
import type { Answer, Mutation, Request, Result } from "../types";
import { type Data, type Ground, nothing, parsed, place, type Rev } from "./data";
import { judge } from "./judge";
import { pull } from "./pull";

const BEFORE_EVERYTHING: Rev = [0, 0];

export class Server {
  gen = 1;
  now = 0;
  data: Data = nothing();
  readonly grants = new Map<string, Set<string>>();

  grant(person: string, ...scopes: string[]): void {
    this.grants.set(person, new Set([...this.granted(person), ...scopes]));
  }

  revoke(person: string, scope: string): void {
    this.grants.get(person)?.delete(scope);
  }

  sees(person: string, id: string): boolean {
    return this.granted(person).includes(this.data.records.get(id)?.scope ?? "");
  }

  backup(): Data {
    return structuredClone(this.data);
  }

  restore(data: Data): void {
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
    place(this.data, record, true);
    this.data.records.delete(id);
    this.data.revisions = this.data.revisions.filter((revision) => revision.id !== id);
  }

  sync(person: string, request: Request, limit = request.limit): Answer {
    const gen = `g${this.gen}`;
    const stale = request.gen !== null && request.gen !== gen;
    const mutations = stale ? [] : structuredClone(request.mutations);
    const results = Object.fromEntries(mutations.map((mutation) => [mutation.mid, this.take(person, mutation)]));
    const told = mutations.map((mutation) => mutation.id);
    const pulled = pull(this.data, this.granted(person), request, stale, told, limit);
    const [now, lease] = [this.now, this.now + 14 * 86_400_000].map((at) => new Date(at).toISOString()) as [
      string,
      string,
    ];
    const held = [...this.data.held.values()].filter((draft) => draft.person === person).length;
    return structuredClone({
      n: request.n,
      gen,
      stale,
      now,
      lease,
      held,
      results,
      erased: [...this.data.erased],
      ...pulled,
    });
  }

  private granted(person: string): string[] {
    return [...(this.grants.get(person) ?? [])].sort();
  }

  private take(person: string, mutation: Mutation): Result {
    const { at: _, replay: __, ...said } = mutation;
    const digest = JSON.stringify(said);
    const key = `${person} ${mutation.mid}`;
    const known = this.data.applied.get(key);
    if (known) return known.digest === digest ? known.result : { status: "held", reason: "mid_reused" };
    if (this.data.erased.has(mutation.id)) return { status: "held", reason: "erased" };
    const ground = this.ground(person, mutation);
    const result: Result = ground
      ? judge(this.data, this.gen, person, mutation, ground)
      : { status: "held", reason: "forbidden" };
    if (result.status === "held") this.data.held.set(key, { person, mutation, reason: "forbidden" });
    this.data.applied.set(key, { digest, result, ...(ground ?? { root: BEFORE_EVERYTHING, chain: [] }) });
    return result;
  }

  /** null where it must be held: out of sight, or over something that is. */
  private ground(person: string, { base, mid, replay, id, scope = "" }: Mutation): Ground | null {
    const exists = this.data.records.has(id);
    const allowed = exists ? this.sees(person, id) : this.granted(person).includes(scope);
    if (!allowed) return null;
    if (base && "mid" in base) return this.after(`${person} ${base.mid}`, mid, replay);
    if (!exists && base) return null;
    return { root: base && !replay ? this.known(id, base.rev) : BEFORE_EVERYTHING, chain: [mid] };
  }

  /** What this record never was, was lost in a restore: then nothing is free for the taking. */
  private known(id: string, rev: string): Rev {
    const was = this.data.revisions.some((revision) => revision.id === id && revision.rev === rev);
    return was ? parsed(rev) : BEFORE_EVERYTHING;
  }

  private after(key: string, mid: string, replay?: boolean): Ground | null {
    const before = this.data.applied.get(key);
    if (!before || before.result.status === "held") return null;
    return { root: replay ? BEFORE_EVERYTHING : before.root, chain: [...before.chain, mid] };
  }
}
