/** SHA-1, because ids of derived records must be there at once and the browser's own answers later. Not for secrets. */

const STARTS = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0] as const;
const CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6] as const;

export function sha1(message: Uint8Array): Uint8Array {
  const state = Uint32Array.from(STARTS);
  const padded = pad(message);
  for (let at = 0; at < padded.byteLength; at += 64) take(state, new DataView(padded.buffer, at, 64));
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((word, i) => {
    digest.setUint32(i * 4, word);
  });
  return new Uint8Array(digest.buffer);
}

/** A one bit, zeros, and the length in bits at the end of a block of 64 bytes. */
function pad(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  new DataView(padded.buffer).setUint32(padded.length - 4, message.length * 8);
  return padded;
}

function take(state: Uint32Array, block: DataView): void {
  const words = schedule(block);
  let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
  words.forEach((word, i) => {
    const quarter = Math.floor(i / 20);
    const next = rotate(a, 5) + mix(quarter, b, c, d) + e + (CONSTANTS[quarter] as number) + word;
    [e, d, c, b, a] = [d, c, rotate(b, 30), a, next >>> 0];
  });
  [a, b, c, d, e].forEach((word, i) => {
    state[i] = (state[i] as number) + word;
  });
}

function schedule(block: DataView): Uint32Array {
  const words = new Uint32Array(80);
  const word = (i: number) => words[i] as number;
  for (let i = 0; i < 16; i += 1) words[i] = block.getUint32(i * 4);
  for (let i = 16; i < 80; i += 1) words[i] = rotate(word(i - 3) ^ word(i - 8) ^ word(i - 14) ^ word(i - 16), 1);
  return words;
}

function mix(quarter: number, b: number, c: number, d: number): number {
  if (quarter === 0) return ((b & c) | (~b & d)) >>> 0;
  if (quarter === 2) return ((b & c) | (b & d) | (c & d)) >>> 0;
  return (b ^ c ^ d) >>> 0;
}

function rotate(word: number, by: number): number {
  return ((word << by) | (word >>> (32 - by))) >>> 0;
}
