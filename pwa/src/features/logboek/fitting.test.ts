import { expect, test } from "vitest";
import { type Attempt, firstThatFits, fitted, PICTURE, THUMB } from "./fitting";

test.each([
  [
    { width: 4000, height: 3000 },
    { width: 1600, height: 1200 },
  ],
  [
    { width: 3000, height: 4000 },
    { width: 1200, height: 1600 },
  ],
  [
    { width: 800, height: 600 },
    { width: 800, height: 600 },
  ],
  [
    { width: 9000, height: 2 },
    { width: 1600, height: 1 },
  ],
])("F11: %o becomes %o: the longest side fits, the shape stays, and nothing grows", (size, smaller) => {
  expect(fitted(size, 1600)).toEqual(smaller);
});

test("F11: the first attempt that weighs little enough is taken, and quality goes before size", async () => {
  const tried: Attempt[] = [];
  const weigh = async (attempt: Attempt) => {
    tried.push(attempt);
    return { size: attempt.longest * attempt.quality * 2_000 };
  };
  const made = await firstThatFits(PICTURE, weigh);

  expect(tried.slice(0, 2).map(({ longest }) => longest)).toEqual([1600, 1600]);
  expect(made?.size).toBeLessThanOrEqual(PICTURE.most);
});

test("what never fits is said, and not cut off", async () => {
  expect(await firstThatFits(THUMB, async () => ({ size: 6_001 }))).toBeNull();
});
