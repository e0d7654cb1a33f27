/** What lies in a person's database, and the steps by which a database of any earlier version becomes one of now. */
import type { DBSchema, IDBPDatabase } from "idb";
import type { Confirmed, HeldDraft, Queued, Sent } from "../engine/types";
import type { KeptFile, Piece, Recording, Slice } from "./file-rows";
import type { KeptDraft } from "./memory";

export interface Shape extends DBSchema {
  confirmed: { key: string; value: Confirmed; indexes: { kind: string; scope: string } };
  outbox: { key: number; value: Queued; indexes: { id: string } };
  sent: { key: number; value: Sent; indexes: { id: string } };
  drafts: { key: [string, string]; value: KeptDraft };
  held: { key: string; value: HeldDraft };
  meta: { key: string; value: unknown };
  files: { key: string; value: KeptFile };
  pieces: { key: [string, number]; value: Piece };
  recordings: { key: string; value: Recording };
  slices: { key: [string, number]; value: Slice };
}
type Database = IDBPDatabase<Shape>;

/** A released step is never changed; what a newer version needs is a step behind it. */
const STEPS: readonly ((db: Database) => void)[] = [records, files];
export const VERSION = STEPS.length;

export function upgrade(db: Database, from: number): void {
  for (const step of STEPS.slice(from)) step(db);
}

/** All rows of one file, of one recording, or all drafts of one record: an array sorts after every number and every string. */
export function partsOf(name: string): IDBKeyRange {
  return IDBKeyRange.bound([name], [name, []]);
}

function records(db: Database): void {
  const confirmed = db.createObjectStore("confirmed", { keyPath: "id" });
  confirmed.createIndex("kind", "kind");
  confirmed.createIndex("scope", "scope");
  db.createObjectStore("outbox", { keyPath: "seq" }).createIndex("id", "id");
  db.createObjectStore("sent", { keyPath: "seq" }).createIndex("id", "id");
  db.createObjectStore("drafts", { keyPath: ["id", "key"] });
  db.createObjectStore("held", { keyPath: "mid" });
  db.createObjectStore("meta");
}

function files(db: Database): void {
  db.createObjectStore("files", { keyPath: "hash" });
  db.createObjectStore("pieces", { keyPath: ["hash", "index"] });
  db.createObjectStore("recordings", { keyPath: "id" });
  db.createObjectStore("slices", { keyPath: ["recording", "index"] });
}
