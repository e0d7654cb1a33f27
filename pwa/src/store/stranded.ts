/** What the disk refused, after every try: kept in memory and in the lifeboat, and sent straight to the server. */
import type { Base, Mutation, Queued } from "../engine/types";
import { fillLifeboat } from "./lifeboat";
import { redraw } from "./live";
import { memory, take } from "./memory";
import { cured, troubled, written } from "./status";

const rows = new Set<Queued>();

export function strand(row: Queued, error: unknown): void {
  console.warn("the disk refused a change", (error as Error)?.name);
  rows.add(row);
  diskFailed();
}

/** Words are at stake: the person is told, and what is only in memory is copied to where it may survive. */
export function diskFailed(): void {
  troubled("disk");
  fillLifeboat();
  written();
}

/** For the server, oldest first; each stands on what the server may know already. */
export function stranded(): Mutation[] {
  const last = new Map<string, string>();
  return [...rows].map(({ mutation }) => {
    const base = last.has(mutation.id) ? { mid: last.get(mutation.id) as string } : baseOf(mutation.id);
    last.set(mutation.id, mutation.mid);
    return base ? { ...mutation, base } : mutation;
  });
}

/** The server has these. */
export function landed(mids: ReadonlySet<string>): void {
  const done = [...rows].filter((row) => mids.has(row.mid));
  for (const row of done) rows.delete(row);
  take(memory().waiting, new Set(done));
  fillLifeboat();
  redraw(done.map((row) => row.id));
  if (rows.size === 0) cured("disk");
}

export function forgetStranded(): void {
  rows.clear();
}

function baseOf(id: string): Base | undefined {
  const sent = memory()
    .outbox.get(id)
    ?.findLast((row) => row.sent);
  if (sent) return { mid: sent.mid };
  const rev = memory().confirmed.get(id)?.rev;
  return rev === undefined ? undefined : { rev };
}
