/** Taking away what this person may no longer have: what was read goes, what they wrote themselves stays and finds its way. */
import { added } from "./added";
import { Desk } from "./desk";
import { looked } from "./looked";
import type { StorePort } from "./ports";
import type { Queued } from "./types";

/** Scopes that were taken away: their records, what was acknowledged in them, and the texts that were typed over. */
export function dropScopes(desk: Desk, scopes: readonly string[]): void {
  for (const scope of scopes) {
    forget(desk, idsIn(desk, scope));
    for (const row of desk.sent.where((sent) => sent.scope === scope)) desk.sent.remove(row.seq);
    delete desk.meta.scopes[scope];
    desk.meta.outs = desk.meta.outs.filter(([of]) => of !== scope);
  }
}

/** Records that left this person's sight. Outbox, drafts and held stay, without the words of others that lay beneath them. */
export function forget(desk: Desk, ids: readonly string[], keepSent = false): void {
  const gone = new Set(ids);
  for (const id of ids) {
    desk.confirmed.remove(id);
    desk.unbasedDrafts.add(id);
  }
  looked(desk.meta, gone);
  for (const row of desk.sent.where((sent) => !keepSent && gone.has(sent.id))) desk.sent.remove(row.seq);
  const based = ({ baseFields, merged }: Queued) => baseFields !== null || merged !== undefined;
  for (const { merged: _, ...row } of desk.outbox.where((queued) => gone.has(queued.id) && based(queued))) {
    desk.outbox.put({ ...row, baseFields: null, added: added(row) });
  }
}

/** Erased for everyone: no store keeps a word of it. */
export function erase(desk: Desk, ids: readonly string[]): void {
  const gone = new Set(ids);
  for (const id of ids) {
    desk.confirmed.remove(id);
    desk.lostDrafts.add(id);
  }
  looked(desk.meta, gone);
  for (const row of desk.outbox.where((queued) => gone.has(queued.id))) desk.outbox.remove(row.seq);
  for (const row of desk.sent.where((sent) => gone.has(sent.id))) desk.sent.remove(row.seq);
  for (const row of desk.held.where((draft) => gone.has(draft.id))) desk.held.remove(row.mid);
}

/** A login that was ended on purpose: what others may have written goes at once, and is read anew after the next sign-in. */
export async function purgeOthers(store: StorePort): Promise<void> {
  const scopes = await store.transact({}, ({ meta }) => ({ changes: null, result: Object.keys(meta.scopes) }));
  await store.transact({ scopes, archive: true }, (slice) => {
    const desk = new Desk(slice);
    desk.meta.n++; // an answer that is still under way was meant for a login that has ended
    const own = `self:${desk.meta.person}`;
    dropScopes(
      desk,
      Object.keys(desk.meta.scopes).filter((scope) => scope !== own),
    );
    forget(
      desk,
      desk.confirmed.where((record) => record.scope !== own).map((record) => record.id),
    );
    return { changes: desk.changes(), result: undefined };
  });
}

function idsIn(desk: Desk, scope: string): string[] {
  return desk.confirmed.where((record) => record.scope === scope).map((record) => record.id);
}
