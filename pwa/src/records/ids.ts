/** Ids, made where the record is made. No two phones make the same one, except where that is the point. */
import { NAMESPACE } from "./kinds.gen";
import { sha1 } from "./sha1";

export interface Chance {
  now(): number;
  /** Fills the bytes with what nobody can guess. */
  fill(bytes: Uint8Array<ArrayBuffer>): void;
}

/** UUIDv7s that only go up, also within a millisecond and when the clock is set back. */
export function idMaker({ now, fill }: Chance): () => string {
  let last = { time: 0, step: 0 };
  return () => {
    const bytes = new Uint8Array(16);
    fill(bytes);
    last = after(last, now(), (((bytes[6] as number) << 8) | (bytes[7] as number)) & 0x7ff);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, Math.floor(last.time / 0x1_0000_0000));
    view.setUint32(2, last.time % 0x1_0000_0000);
    view.setUint16(6, last.step);
    return written(bytes, 7);
  };
}

export const uuid7 = idMaker({
  now: () => Date.now(),
  fill: (bytes) => {
    crypto.getRandomValues(bytes);
  },
});

/** The one id for these parts (UUIDv5): who makes it twice, on whatever phone, makes the same record. */
export function derivedId(kind: string, parts: readonly string[]): string {
  const space = Uint8Array.from(NAMESPACE.replaceAll("-", "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const name = new TextEncoder().encode([kind, ...parts].join("/"));
  return written(sha1(Uint8Array.from([...space, ...name])).slice(0, 16), 5);
}

/** Where somebody's words under a record stand until they are posted: always the same place, so that they are found again after a
 *  killed page. What is posted gets an id of that moment, because a conversation is read in the order of its ids. */
export const answerDraft = (record: string, person: string): string => derivedId("answer", [record, person]);

/** A new millisecond starts anywhere in the lower half of the 12 bits; within it the step goes up, and into the next when they are full. */
function after(last: { time: number; step: number }, now: number, random: number): { time: number; step: number } {
  if (now > last.time) return { time: now, step: random };
  return last.step < 0xfff ? { time: last.time, step: last.step + 1 } : { time: last.time + 1, step: random };
}

function written(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] as number) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const all = hex(bytes);
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join("-");
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
