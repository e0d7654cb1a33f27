/** From the disk into memory: at start what is small, each kind when somebody asks for it, and again when another page wrote. */
import { batch } from "@preact/signals";
import type { Meta } from "../engine/types";
import type { Me } from "../records/account";
import type { Kind } from "../records/kinds";
import { type Tx, transact } from "./db";
import { readFiles, takeFiles } from "./files";
import { redrawHeld } from "./held";
import { redraw, redrawAll } from "./live";
import { recall } from "./me";
import { type Memory, memory, setDraft, setOutbox } from "./memory";
import { ENGINE } from "./port";
import { leaseOver } from "./shown";
import { contact } from "./status";
import { keepIfWanted } from "./taken";
import { recallTold } from "./told";

const SMALL = ["outbox", "drafts", "held", "meta", "files", "recordings"] as const;

/** Everything but the records. */
export async function readSmall(): Promise<void> {
  const mine = memory();
  const rows = await transact([...SMALL], "readonly", small);
  if (mine === memory()) takeSmall(mine, rows);
}

/** Known from here on, so that what is written while it is read is not missed. */
export async function readKind(kind: Kind): Promise<void> {
  const mine = memory();
  mine.kinds.add(kind);
  const rows = await transact(["confirmed"], "readonly", (tx) =>
    tx.objectStore("confirmed").index("kind").getAll(kind),
  );
  if (mine !== memory()) return;
  for (const row of rows) mine.confirmed.set(row.id, row);
  redraw([...rows.map((row) => row.id), ...mine.outbox.keys(), ...mine.drafts.keys()]);
}

/** Another page or the worker wrote these records; null: anything may have changed. */
export async function readAgain(ids: string[] | null): Promise<void> {
  const mine = memory();
  const before = [...mine.outbox.keys(), ...mine.drafts.keys()];
  const hidden = leaseOver(); // the other page may have been in touch
  await (ids === null ? readKinds(mine) : readRecords(mine, ids));
  await readSmall();
  if (mine !== memory()) return;
  if (ids === null || hidden !== leaseOver()) redrawAll();
  else redraw(new Set([...ids, ...before, ...mine.outbox.keys(), ...mine.drafts.keys()]));
}

async function readRecords(mine: Memory, ids: string[]): Promise<void> {
  const rows = await transact(["confirmed"], "readonly", (tx) =>
    Promise.all(ids.map((id) => tx.objectStore("confirmed").get(id))),
  );
  if (mine !== memory()) return;
  for (const id of ids) mine.confirmed.delete(id);
  for (const row of rows) if (row) keepIfWanted(row);
}

async function readKinds(mine: Memory): Promise<void> {
  const kinds = [...mine.kinds];
  const rows = await transact(["confirmed"], "readonly", (tx) =>
    Promise.all(kinds.map((kind) => tx.objectStore("confirmed").index("kind").getAll(kind))),
  );
  if (mine === memory()) mine.confirmed = new Map(rows.flat().map((row) => [row.id, row]));
}

async function small(tx: Tx) {
  const meta = tx.objectStore("meta");
  const [outbox, drafts, held, files, engine, me, hat, told, unshared] = await Promise.all([
    tx.objectStore("outbox").getAll(),
    tx.objectStore("drafts").getAll(),
    tx.objectStore("held").getAll(),
    readFiles(tx),
    meta.get(ENGINE) as Promise<Meta | undefined>,
    meta.get("me") as Promise<Me | undefined>,
    meta.get("hat") as Promise<number | undefined>,
    meta.get("toldAll") as Promise<boolean | undefined>,
    meta.get("unshared") as Promise<string[] | undefined>,
  ]);
  return { outbox, drafts, held, files, engine, me, hat, told, unshared };
}

function takeSmall(mine: Memory, rows: Awaited<ReturnType<typeof small>>): void {
  batch(() => {
    setOutbox(rows.outbox);
    mine.drafts.clear();
    for (const draft of rows.drafts) setDraft(draft);
    mine.held = new Map(rows.held.map((row) => [row.mid, row]));
    mine.meta = rows.engine ?? null;
    contact.value = mine.meta?.contact ? new Date(mine.meta.contact) : null;
    recall(rows.me ?? null, rows.hat ?? 0);
    recallTold(rows.told ?? false, rows.unshared ?? []);
    redrawHeld();
    takeFiles(rows.files);
  });
}
