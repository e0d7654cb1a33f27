import { beforeEach, expect, test } from "vitest";
import { BRAM, newDevice, openFor, shown } from "./testing/device";

const SELF = `self:${BRAM}`;

beforeEach(() => {
  newDevice();
});

test("what names a record is found with it, also when it comes later or names another", async () => {
  const page = await openFor(BRAM);
  const { naming } = await import("./naming");
  await shown(page, "step");
  const goal = page.write.create("goal", SELF, { text: "Elke week een uur lezen" });
  const other = page.write.create("goal", SELF, { text: "Vaker bellen" });
  const before = naming("step", "goal", goal).length;
  const step = page.write.create("step", SELF, { goal, text: "Een boek lenen" });
  const known = naming("step", "goal", goal).map(({ id }) => id);
  page.write.remove("step", step);

  expect(before).toBe(0);
  expect(known).toEqual([step]);
  expect(naming("step", "goal", other)).toEqual([]);
  expect(naming("step", "goal", goal)).toEqual([]);
  await page.write.settled();
});
