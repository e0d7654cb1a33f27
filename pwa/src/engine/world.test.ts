import { expect, test } from "vitest";
import { World } from "./testing/world";

const STEPS = 120;

async function live(seed: number, restores: boolean): Promise<World> {
  const world = new World(seed, restores);
  try {
    for (let step = 0; step < STEPS; step++) await world.step();
    await world.rest();
  } catch (error) {
    throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error });
  }
  return world;
}

async function lives(count: number, restores: boolean): Promise<World[]> {
  const worlds: World[] = [];
  for (let seed = 0; seed < count; seed++) worlds.push(await live(seed, restores));
  return worlds;
}

test("with loss, doubling, reordering, crashes and changing rights nothing is lost, seen by a stranger, or left behind", async () => {
  const worlds = await lives(80, false);

  const words = worlds.reduce((sum, world) => sum + world.typed.size, 0);
  const twice = worlds.reduce((sum, world) => sum + world.twice.length, 0);
  expect(words).toBeGreaterThan(1600);
  expect(twice).toBeLessThan(words / 1000);
}, 120_000);

test("with a server that is restored from backups, too, every device comes to rest with nothing lost", async () => {
  const worlds = await lives(40, true);

  expect(worlds.some((world) => world.server.gen > 1)).toBe(true);
}, 120_000);
