import { expect, test } from "vitest";
import { World } from "./testing/world";

const SEEDS = 80;
const STEPS = 120;

test(`with loss, doubling, reordering, crashes and changing rights nothing is lost, seen by a stranger, or left behind (${SEEDS} worlds)`, async () => {
  let [words, twice] = [0, 0];
  for (let seed = 0; seed < SEEDS; seed++) {
    const world = new World(seed);
    try {
      for (let step = 0; step < STEPS; step++) await world.step();
      await world.rest();
    } catch (error) {
      throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error });
    }
    words += world.typed.size;
    twice += world.twice.length;
  }
  expect(words).toBeGreaterThan(SEEDS * 20);
  expect(twice).toBeLessThan(words / 1000);
}, 120_000);
