/** What a scope holds, in a number and sixteen digits: the server counts the same, so that a difference shows at once. */
import { sha256 } from "./sha256";
import type { Check, Confirmed } from "./types";

/** XOR over the records of the first 8 bytes of SHA-256(id + rev). */
export function checksum(records: Iterable<Pick<Confirmed, "id" | "rev">>): Pick<Check, "count" | "sum"> {
  let [count, high, low] = [0, 0, 0];
  for (const { id, rev } of records) {
    const [first = 0, second = 0] = sha256(id + rev);
    count++;
    high ^= first;
    low ^= second;
  }
  return { count, sum: hex(high) + hex(low) };
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, "0");
