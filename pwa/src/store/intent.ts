/** A change as the person meant it, before it is a mutation on the disk; and how it is shown until then. */
import type { Intent as EngineIntent } from "../engine/mutate";
import type { Patch, Queued, Value } from "../engine/types";
import { uuid7 } from "../records/ids";

/** `mid`: it was tried before, by a page that may have succeeded. */
export type Intent = EngineIntent & { mid?: string };

/** As if it were in the outbox already, after everything else. */
export function waitingRow(intent: Intent): Queued {
  const { id, kind, scope, resolves, over, base, mid = uuid7() } = intent;
  const mutation = {
    mid,
    id,
    kind,
    ...(base && { base }),
    set: intent.set,
    at: new Date().toISOString(),
    ...(scope !== undefined && { scope }),
    ...(resolves && { resolves: [...resolves] }),
  };
  return { seq: Number.MAX_SAFE_INTEGER, mid, id, kind, mutation, sent: false, baseFields: (over as never) ?? null };
}

/** Back to what was meant: for the lifeboat, and for what the disk refused. */
export function intentOf({ id, kind, mutation, baseFields }: Queued): Intent {
  const { mid, set, scope, resolves, base } = mutation;
  return {
    mid,
    id,
    kind,
    set: set as Patch,
    ...(scope !== undefined && { scope }),
    ...(resolves && { resolves }),
    ...(base && { base }),
    ...(baseFields && { over: baseFields as { [key: string]: Value | null } }),
  };
}
