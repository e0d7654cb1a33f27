/** What the machine joined and nobody has looked at yet: both texts, for the page on which one does. */
import { looked } from "../engine/looked";
import type { Meta, Sides } from "../engine/types";
import { type Tx, transact } from "./db";
import { inLine } from "./line";
import { redraw } from "./live";
import { memory, pendingOf } from "./memory";
import { ENGINE } from "./port";
import { say } from "./tabs";

export type { Sides } from "../engine/types";

/** Of one record; the newest join of a text counts. Nothing once a person has looked, or after the thirty days of the sent-box. */
export async function joinedIn(id: string): Promise<Sides> {
  if (!memory().meta?.joined?.includes(id)) return {};
  const sent = await transact(["sent"], "readonly", (tx) => tx.objectStore("sent").index("id").getAll(id));
  return Object.assign({}, ...[...sent, ...pendingOf(id)].map(({ merged }) => merged));
}

/** A person has looked at what was joined in it. Should the disk fail, the mark comes back: nothing is lost. */
export function lookedAt(id: string): void {
  const { meta } = memory();
  if (!meta?.joined?.includes(id)) return;
  looked(meta, new Set([id]));
  redraw([id]);
  inLine(() => transact(["meta"], "readwrite", (tx) => unmark(tx, id))).then(
    () => say({ ids: [id] }),
    () => {},
  );
}

async function unmark(tx: Tx, id: string): Promise<void> {
  const store = tx.objectStore("meta");
  const meta = (await store.get(ENGINE)) as Meta | undefined;
  if (!meta) return;
  looked(meta, new Set([id]));
  await store.put(meta, ENGINE);
}
