/** Bytes: how they are told to the tests, and how a page names them. */
import { hex } from "../src/records/ids";

type Hash = (data: ArrayBuffer) => Uint8Array<ArrayBuffer>;

let sha256: Hash;

/** This file knows of no process around it. */
export function hashBy(hash: Hash): void {
  sha256 = hash;
}

/** What a page finds as `crypto.subtle`. Within its turn: the real one answers from another thread, at a time of its own. */
export const subtle = { digest: async (_: string, data: ArrayBuffer) => sha256(data).buffer };

/** In hex. */
export function told(bytes: ArrayBuffer): string {
  return hex(new Uint8Array(bytes));
}

export function bytesOf(hex: string): ArrayBuffer {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)).buffer;
}
