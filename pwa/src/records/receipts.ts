/** Whether someone read a record, and in which state of it: what changed since is new again. Pure. */

export interface Read {
  fields: { record?: string; reader?: string; at?: string; rev?: string };
}

export interface Readable {
  id: string;
  rev: string | null;
}

export type Reading = "unread" | "changed" | "read";

/** Without a revision, on either side, there is nothing to compare: then having read it is enough. */
export function readingOf({ rev }: Readable, receipt: Read | undefined): Reading {
  if (!receipt) return "unread";
  const { rev: seen } = receipt.fields;
  return !seen || !rev || seen === rev ? "read" : "changed";
}

/** What was closed, or followed by a new version, before one opened it asks for nothing any more; what changed after it was read does. */
export function asksToBeRead(reading: Reading, closed: boolean): boolean {
  return reading === "changed" || (reading === "unread" && !closed);
}

/** The receipts of one reader, by the record they are about. */
export function receiptsOf<R extends Read>(receipts: readonly R[], reader: string): Map<string, R> {
  const own = receipts.filter(({ fields }) => fields.reader === reader);
  return new Map(own.map((one) => [one.fields.record ?? "", one]));
}

/** What a receipt says now. A reader has one for each record, so a second reading changes the first. */
export function receiptNow({ id, rev }: Readable, reader: string, now: Date): Read["fields"] {
  return { record: id, reader, at: now.toISOString(), ...(rev ? { rev } : {}) };
}
