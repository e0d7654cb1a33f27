import { beforeEach, expect, test, vi } from "vitest";
import { BRAM, JORIS, newDevice, newWindow, openFor, type Page, shown } from "./testing/device";

beforeEach(() => newDevice());

async function answered(page: Page, leaseUntil: number): Promise<void> {
  const [{ commit }, { takeIn }] = await Promise.all([import("./port"), import("./taken")]);
  const { Desk } = await import("../engine/desk");
  const wire = { kind: "goal", scope: "member:m:shared", rev: "g1.1", deleted: false, siblings: [], round: 1 };
  const plan = (slice: ConstructorParameters<typeof Desk>[0]) => {
    const desk = new Desk(slice);
    desk.meta.leaseUntil = leaseUntil;
    desk.confirmed.put({ ...wire, id: "b", author: JORIS, fields: { text: "van een ander" } });
    return { changes: desk.changes(), result: undefined };
  };
  await commit(BRAM, {}, plan, (changes) => changes && takeIn(changes));
  await page.write.settled();
}

test("each time a phone comes back after its lease what others wrote is hidden, also when it was in touch in between", async () => {
  const window = newWindow();
  const page = await openFor(BRAM);
  await shown(page, "goal");
  const seen: number[] = [];
  for (const weeks of [1, 2]) {
    await answered(page, Date.now() + 60_000);
    seen.push(page.live.all("goal").value.length);
    const { meta } = page.memory.memory();
    if (meta) meta.leaseUntil = Date.now() - weeks; // nobody looks at it for so long
    window.hide();
    window.show();
    seen.push(page.live.all("goal").value.length);
  }

  expect(seen).toEqual([1, 0, 1, 0]);
});

test("I2: a clock that is set back ends what was lent: nobody knows how long ago that was", async () => {
  const window = newWindow();
  const page = await openFor(BRAM);
  await shown(page, "goal");
  const seen: number[] = [];
  for (const hours of [0.5, 24]) {
    await answered(page, Date.now() + 60_000);
    const { meta } = page.memory.memory();
    if (meta) meta.contact = Date.now() + hours * 3_600_000; // by the clock as it was then
    window.hide();
    window.show();
    seen.push(page.live.all("goal").value.length);
  }

  expect(seen).toEqual([1, 0]);
});

test("what was hidden when it was opened shows again by a clock that is put right", async () => {
  const window = newWindow();
  const before = await openFor(BRAM);
  await shown(before, "goal");
  await answered(before, Date.now() + 60_000);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 7_200_000 });
  const page = await openFor(BRAM);
  const atFirst = (await shown(page, "goal")).length;
  vi.useRealTimers();
  window.hide();
  window.show();

  expect([atFirst, page.live.all("goal").value.length]).toEqual([0, 1]);
});
