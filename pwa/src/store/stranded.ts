/** What the disk refused, after every try: kept in memory and in the lifeboat, and sent straight to the server. */
import type { Base, Mutation, Queued } from "../engine/types";
import { fillLifeboat } from "./lifeboat";
import { redraw } from "./live";
import { add, memory, take } from "./memory";
import { cured, troubled, written } from "./status";

const rows = new Set<Queued>();
/** Handed out for the server once: from then on only the server can say what became of it. */
const handedOut = new Set<Queued>();

export function strand(row: Queued, error: unknown): void {
  console.warn("the disk refused a change", (error as Error)?.name);
  rows.add(row);
  diskFailed(error);
}

/** Words are at stake: the person is told, and what is only in memory is copied to where it may survive. A disk that a newer
 *  app has written is well: there the app is what is old. */
export function diskFailed(error?: unknown): void {
  troubled((error as Error)?.name === "VersionError" ? "upgrade" : "disk");
  fillLifeboat();
  written();
}

/** The disk takes something again: these can be tried there too. */
export function diskWorks(): Queued[] {
  const again = [...rows].filter((row) => !handedOut.has(row));
  for (const row of again) rows.delete(row);
  if (rows.size === 0) cured("disk");
  fillLifeboat();
  return again;
}

/** For the server, oldest first; each stands on what the server may know already. */
export function stranded(): Mutation[] {
  const last = new Map<string, string>();
  return [...rows].map((row) => {
    const { id, mid } = row.mutation;
    const before = last.get(id);
    const base = before === undefined ? baseOf(id) : { mid: before };
    last.set(id, mid);
    handedOut.add(row);
    return base ? { ...row.mutation, base } : row.mutation;
  });
}

/** The server has these. They are shown from here until the server's own copy can be kept. */
export function landed(mids: ReadonlySet<string>): void {
  const done = [...rows].filter((row) => mids.has(row.mid));
  take(memory().waiting, new Set(done));
  for (const row of done) {
    rows.delete(row);
    add(memory().landed, row);
  }
  fillLifeboat();
  redraw(done.map((row) => row.id));
  if (rows.size === 0) cured("disk");
}

export function forgetStranded(): void {
  rows.clear();
  handedOut.clear();
}

function baseOf(id: string): Base | undefined {
  const sent = memory()
    .outbox.get(id)
    ?.findLast((row) => row.sent);
  if (sent) return { mid: sent.mid };
  const rev = memory().confirmed.get(id)?.rev;
  return rev === undefined ? undefined : { rev };
}
