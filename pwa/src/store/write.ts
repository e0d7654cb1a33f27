/** The verbs with which features change records. Each shows at once and is on the disk a moment later; none of them waits. */
import type { Patch, Value } from "../engine/types";
import { derivedId, uuid7 } from "../records/ids";
import { type FieldsOf, idParts, type Kind } from "../records/kinds";
import { put } from "./disk";
import { discardDrafts, flushDrafts } from "./drafts";
import { lineEnd } from "./line";
import { decided } from "./told";

/** Returns the id at once. Kinds that can be there only once for their parts (attendance, receipt) get the id of those parts. */
export function create<K extends Kind>(
  kind: K,
  scope: string,
  fields: FieldsOf<K>,
  id = idFor(kind, scope, fields),
): string {
  discardDrafts(id, Object.keys(fields));
  put({ id, kind, scope, set: asPatch(fields) });
  return id;
}

/** Only the keys that changed; null removes one. What is being typed in them gives way. */
export function change<K extends Kind>(kind: K, id: string, set: Partial<FieldsOf<K>> | Record<string, unknown>): void {
  discardDrafts(id, Object.keys(set));
  put({ id, kind, set: asPatch(set) });
}

/** To another scope: sharing, or taking back. What is being typed in it goes along, because one shares what one sees. */
export function move<K extends Kind>(kind: K, id: string, scope: string, set: Record<string, unknown> = {}): void {
  flushDrafts(id);
  decided(id);
  put({ id, kind, scope, set: asPatch(set) });
}

/** What was typed last is kept first, so that it is still in the record's history. */
export function remove(kind: Kind, id: string): void {
  flushDrafts(id);
  put({ id, kind, set: { deleted: true } });
}

/** Settles versions that waited for a choice: `set` is what it becomes, `mids` are those that are done with, `over` is what the
 *  chooser saw: words that came in meanwhile are joined, not overwritten. */
export function choose(
  kind: Kind,
  id: string,
  set: Record<string, unknown>,
  mids: readonly string[],
  over?: { readonly [key: string]: unknown },
): void {
  const keys = Object.keys(set);
  discardDrafts(id, keys);
  const seen = over && asPatch(Object.fromEntries(keys.map((key) => [key, over[key] ?? null])));
  put({ id, kind, set: asPatch(set), ...(seen && { over: seen }), ...(mids.length > 0 && { resolves: mids }) });
}

/** Everything so far is on the disk. */
export function settled(): Promise<void> {
  return lineEnd();
}

function idFor(kind: Kind, scope: string, fields: Record<string, unknown>): string {
  const parts = idParts(kind);
  if (!parts) return uuid7();
  return derivedId(
    kind,
    parts.map((part) => String(part === "scope" ? scope : fields[part])),
  );
}

/** An absent key is untouched; `undefined` is absent. */
function asPatch(set: Record<string, unknown>): Patch {
  const said = Object.entries(set).filter((entry): entry is [string, Value | null] => entry[1] !== undefined);
  return Object.fromEntries(said);
}
