/** What waits for a reader. Pure: Vandaag counts it, the bar of tabs shows the number. */
import { type Entry, handedIn, mine, type Receipt, type Review } from "./reading";
import { asksToBeRead, readingOf, receiptsOf } from "./receipts";

/** Logboeken that others handed in and that ask this reader to be read: new, or changed since. */
export function toRead<E extends Entry & { rev?: string | null }>(
  logboeken: readonly E[],
  reviews: readonly Review[],
  receipts: readonly Receipt[],
  person: string,
): E[] {
  const read = receiptsOf(receipts, person);
  const done = reviews.filter(({ fields }) => fields.state === "done").map(({ fields }) => fields.logboek);
  const closed = new Set([...done, ...logboeken.filter(handedIn).map(({ fields }) => fields.version_of)]);
  return logboeken.filter(
    (one) =>
      handedIn(one) &&
      !mine(one, person) &&
      asksToBeRead(readingOf({ id: one.id, rev: one.rev ?? null }, read.get(one.id)), closed.has(one.id)),
  );
}
