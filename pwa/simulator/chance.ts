/** All chance of one device, from one seed: the same everywhere and every time. */
import { subtle } from "./bytes";

export type Chance = () => number;

/** 0 ≤ x < 1 */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a page finds as `Math` and as `crypto`. */
export function chanceOfPage(random: Chance) {
  const own = Object.create(Math, { random: { value: random } }) as Math;
  const getRandomValues = (bytes: Uint8Array) => bytes.map((_, at) => (bytes[at] = Math.floor(random() * 256)));
  return { Math: own, crypto: { getRandomValues, subtle } };
}
