import { beforeEach, expect, test, vi } from "vitest";
import type { Confirmed, Sibling } from "../engine/types";
import { BRAM, JORIS, newDevice, openFor, type Page, shown, until } from "./testing/device";

const sibling = (author: string): Sibling => ({
  mid: "m2",
  author,
  at: "2026-11-20T10:00:00Z",
  set: { text: "anders" },
});
const goal = (author: string, siblings: Sibling[]): Confirmed => ({
  ...{ id: "g1", kind: "goal", scope: `self:${author}`, rev: "g1.1", author, deleted: false, round: 0 },
  ...{ fields: { text: "lezen" }, siblings },
});
const take = (page: Page, row: Confirmed) => {
  page.memory.memory().confirmed.set(row.id, row);
  page.live.redraw([row.id]);
};
const waiting = (page: Page) => [...page.undecided.undecided.value];

let page: Page;
beforeEach(async () => {
  newDevice();
  page = await openFor(BRAM);
  await shown(page, "goal");
});

test("two versions wait for whoever wrote one of them, until they have chosen", () => {
  take(page, goal(BRAM, [sibling(JORIS)]));
  expect(waiting(page)).toEqual([["g1", "goal"]]);

  page.write.choose("goal", "g1", { text: "anders" }, ["m2"]);
  expect(waiting(page)).toEqual([]);
});

test("who only reads it is not asked", () => {
  take(page, goal(JORIS, [sibling(JORIS)]));

  expect(waiting(page)).toEqual([]);
});

test("a choice half made is no change and changes nothing on the screen, and is there again after the page was killed", async () => {
  take(page, goal(BRAM, [sibling(JORIS)]));
  const field = page.drafts.draftField("goal", "g1", "choice.text");
  field.input("half gekozen");
  field.flush();
  await page.write.settled();

  expect(page.live.one("goal", "g1").value).toMatchObject({ fields: { text: "lezen" }, place: "safe" });
  expect(page.status.unsent.value).toBe(0);
  await page.db.transact(["confirmed"], "readwrite", (tx) =>
    tx.objectStore("confirmed").put(goal(BRAM, [sibling(JORIS)])),
  );
  vi.useFakeTimers({ toFake: ["setTimeout"], shouldAdvanceTime: true });
  const again = await openFor(BRAM);
  await shown(again, "goal");
  vi.advanceTimersByTime(10_000); // keystrokes that an earlier page left become a change after a while
  vi.useRealTimers();
  await again.write.settled();
  expect(again.drafts.draftField("goal", "g1", "choice.text").value.value).toBe("half gekozen");
  expect(again.memory.memory().outbox.size).toBe(0);
});

test("a choice half made whose record left is still to be found, and stays with its person when they sign out", async () => {
  page.drafts.draftField("goal", "g1", "choice.text").input("half gekozen");
  await until(() => waiting(page).length === 1);
  await page.session.signOut();

  const again = await openFor(BRAM);
  await shown(again, "goal");
  expect(waiting(again)).toEqual([["g1", "goal"]]);
});
