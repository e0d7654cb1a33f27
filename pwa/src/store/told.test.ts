import { beforeEach, expect, test } from "vitest";
import { BRAM, newDevice, openFor } from "./testing/device";

const GOAL = "0198a100-0000-7000-8000-00000000600a";
const OTHER = "0198a100-0000-7000-8000-00000000600b";

beforeEach(newDevice);

test("a sharing that was stopped is still known after the page was closed", async () => {
  const page = await openFor(BRAM);
  await page.told.sharingStopped([GOAL]);
  await page.told.sharingStopped([OTHER]);
  const again = await openFor(BRAM);

  expect(again.told.unshared.value).toEqual([GOAL, OTHER]);
});

test("who shares again, or takes it back, has decided", async () => {
  const page = await openFor(BRAM);
  const id = page.write.create("goal", `self:${BRAM}`, { text: "lezen" });
  await page.told.sharingStopped([id]);
  page.write.move("goal", id, "member:m:shared");
  await page.write.settled();
  const again = await openFor(BRAM);

  expect(page.told.unshared.value).toEqual([]);
  expect(again.told.unshared.value).toEqual([]);
});

test("signing out forgets both, because they belong to one person", async () => {
  const page = await openFor(BRAM);
  page.write.create("goal", `self:${BRAM}`, { text: "wacht" });
  page.told.allTold();
  await page.told.sharingStopped([GOAL]);
  await page.session.signOut();
  const again = await openFor(BRAM);

  expect([page.told.toldAll.value, again.told.toldAll.value]).toEqual([false, false]);
  expect(again.told.unshared.value).toEqual([]);
});
