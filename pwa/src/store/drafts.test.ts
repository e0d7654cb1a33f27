import { beforeEach, expect, test, vi } from "vitest";
import { purgeOthers } from "../engine/purge";
import type { Confirmed } from "../engine/types";
import { BRAM, JORIS, newDevice, openFor, shown, typedOnDisk, until, withGoal } from "./testing/device";

const THEIRS: Confirmed = {
  ...{ id: "0198a1ff-0000-7000-8000-000000000003", kind: "goal", scope: "member:m1:shared", rev: "g1.1" },
  ...{ author: JORIS, deleted: false, fields: { text: "van Sanne" }, siblings: [], round: 0 },
};
const SELF = `self:${BRAM}`;
const wait = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

beforeEach(() => {
  newDevice();
});

test("keystrokes are on the disk within 250 ms of the last, and show after a crash", async () => {
  const [page, id] = await withGoal();
  const field = page.drafts.draftField("goal", id, "text");
  for (const text of ["lezen i", "lezen in", "lezen in de"]) field.input(text);
  await wait(300);
  const kept = await typedOnDisk(page);

  const again = await openFor(BRAM);
  await shown(again, "goal");

  expect(kept.map((draft) => draft.text)).toEqual(["lezen in de"]);
  expect(again.drafts.draftField("goal", id, "text").value.value).toBe("lezen in de");
});

test("who never pauses still has everything on the disk once a second", async () => {
  const [page, id] = await withGoal();
  const field = page.drafts.draftField("goal", id, "text");
  for (let key = 0; key < 13; key++) {
    field.input(`lezen ${"x".repeat(key)}`);
    await wait(100);
  }

  expect((await typedOnDisk(page))[0]?.text.length).toBeGreaterThan("lezen xxxxx".length);
});

test("leaving a field makes one change of what was typed in it", async () => {
  const [page, id] = await withGoal();
  const field = page.drafts.draftField("goal", id, "text");
  field.input("lezen in de trein");
  field.flush();
  await page.write.settled();

  expect(field.value.value).toBe("lezen in de trein");
  expect(await typedOnDisk(page)).toEqual([]);
  expect(
    page.memory
      .memory()
      .outbox.get(id)
      ?.map((row) => row.mutation.set.text),
  ).toEqual(["lezen in de trein"]);
});

test("the text never flickers back while it becomes a change", async () => {
  const [page, id] = await withGoal();
  const field = page.drafts.draftField("goal", id, "text");
  const seen: string[] = [];
  field.value.subscribe((text) => seen.push(text));
  field.input("lezen!");
  field.flush();
  await page.write.settled();

  expect(seen).toEqual(["lezen", "lezen!"]);
});

test("a page that is killed while it hides loses no key", async () => {
  const [page, id] = await withGoal();
  page.drafts.draftField("goal", id, "text").input("net getypt");
  page.lifeboat.fillLifeboat(true);
  page.typing.forgetTyping();

  const again = await openFor(BRAM);
  await again.write.settled();

  expect((await shown(again, "goal"))[0]?.fields.text).toBe("net getypt");
});

test("of two copies of what was typed the later one counts, also where the clock stands still or runs back", async () => {
  const [page, id] = await withGoal();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-02T18:00:00Z") });
  const field = page.drafts.draftField("goal", id, "text");
  field.input("lezen in");
  page.lifeboat.fillLifeboat(true);
  const boat = { ...localStorage };
  vi.setSystemTime(Date.parse("2020-01-01T00:00:00Z"));
  field.input("lezen in de trein");
  page.drafts.saveDrafts();
  await page.write.settled();
  const afterwards = { ...localStorage };
  for (const [key, text] of Object.entries(boat)) localStorage.setItem(key, text); // killed before it was emptied
  vi.useRealTimers();

  const again = await openFor(BRAM);
  await again.write.settled();

  expect((await shown(again, "goal"))[0]?.fields.text).toBe("lezen in de trein");
  expect(Object.keys(boat).filter((key) => key in afterwards)).toEqual([]);
});

test("a change and the end of its draft are on the disk together or not at all", async () => {
  const [page, id] = await withGoal();
  const field = page.drafts.draftField("goal", id, "why");
  field.input("omdat");
  page.drafts.saveDrafts();
  await page.write.settled();
  vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(function (this: IDBObjectStore) {
    this.transaction.abort();
    throw new DOMException("killed", "QuotaExceededError");
  });
  field.flush();
  await until(() => page.status.trouble.value === "disk");
  vi.restoreAllMocks();

  expect((await typedOnDisk(page)).map((draft) => draft.text)).toEqual(["omdat"]);
  expect(page.live.one("goal", id).value?.fields.why).toBe("omdat");
});

test("moving a record takes along what is being typed in it", async () => {
  const [page, id] = await withGoal();
  page.drafts.draftField("goal", id, "text").input("met Sanne delen");
  page.write.move("goal", id, "member:m1:shared");
  await page.write.settled();

  const shownNow = page.live.one("goal", id).value;

  expect([shownNow?.scope, shownNow?.fields.text]).toEqual(["member:m1:shared", "met Sanne delen"]);
});

test("what is typed before its record is made waits for it", async () => {
  const page = await openFor(BRAM);
  await shown(page, "goal");
  const field = page.drafts.draftField("goal", "0198a1ff-0000-7000-8000-000000000001", "text");
  field.input("te vroeg");
  field.flush();
  page.write.create("goal", SELF, {}, "0198a1ff-0000-7000-8000-000000000001");
  field.flush();
  await page.write.settled();

  expect((await shown(await openFor(BRAM), "goal"))[0]?.fields.text).toBe("te vroeg");
});

test("what is typed in a record that is taken away meanwhile goes to the server, to end as not arrived", async () => {
  const page = await openFor(BRAM);
  await page.db.transact(["confirmed"], "readwrite", (tx) => tx.objectStore("confirmed").put(THEIRS));
  await shown(page, "goal");
  const field = page.drafts.draftField("goal", THEIRS.id, "text");
  field.input("van Sanne en van mij");
  page.drafts.saveDrafts();
  await page.write.settled();
  const { storePort } = await import("./port"); // of this page, whose database it is
  await purgeOthers(storePort(BRAM, () => {}));
  page.memory.memory().confirmed.delete(THEIRS.id);
  page.live.redraw([THEIRS.id]);
  field.flush();
  await page.write.settled();

  const waiting = page.memory.memory().outbox.get(THEIRS.id) ?? [];
  expect(waiting.map((row) => row.mutation.set)).toEqual([{ text: "van Sanne en van mij" }]);
  expect(await typedOnDisk(page)).toEqual([]);
});

test("a reply that was typed and not sent is still in its field after a restart", async () => {
  const page = await openFor(BRAM);
  await shown(page, "comment");
  const id = "0198a1ff-0000-7000-8000-000000000002";
  page.drafts.draftField("comment", id, "text").input("een half antwoord");
  page.drafts.saveDrafts();
  await page.write.settled();

  const again = await openFor(BRAM);
  await shown(again, "comment");

  expect(again.drafts.draftField("comment", id, "text").value.value).toBe("een half antwoord");
  expect(again.memory.memory().outbox.size).toBe(0);
});

test("what was posted leaves its field empty, typed just now or before a restart", async () => {
  const page = await openFor(BRAM);
  await shown(page, "comment");
  const id = "0198a1ff-0000-7000-8000-000000000003";
  const field = page.drafts.draftField("comment", id, "text");
  field.input("nu getypt");
  page.drafts.saveDrafts();
  const typed = field.value.value;
  page.drafts.discardDrafts(id, ["text"]);
  const posted = field.value.value;
  field.input("eerder getypt");
  page.drafts.saveDrafts();
  await page.write.settled();
  const again = await openFor(BRAM);
  await shown(again, "comment");
  const later = again.drafts.draftField("comment", id, "text");
  const before = later.value.value;
  again.drafts.discardDrafts(id, ["text"]);

  expect([typed, posted]).toEqual(["nu getypt", ""]);
  expect([before, later.value.value]).toEqual(["eerder getypt", ""]);
});

test("what a feature sets in a key wins from what was being typed in it", async () => {
  const [page, id] = await withGoal();
  const field = page.drafts.draftField("goal", id, "text");
  field.input("half");
  page.write.change("goal", id, { text: "gekozen" });
  field.flush();
  await page.write.settled();

  expect(field.value.value).toBe("gekozen");
  expect(await typedOnDisk(page)).toEqual([]);
});

test("words that are no field of a record become a change at the moments at which keystrokes do", async () => {
  const [page, id] = await withGoal();
  const words = ["van een foto", "en niet meer daarna"];
  const end = page.drafts.onFlush(() => page.write.change("goal", id, { why: words.shift() }));
  page.drafts.flushDrafts();
  end();
  page.drafts.flushDrafts();
  await page.write.settled();

  expect(page.live.one("goal", id).value?.fields.why).toBe("van een foto");
});
