/** Keystrokes where two pages of one device have the same field open. */
import { beforeEach, expect, test, vi } from "vitest";
import { BRAM, newDevice, openFor, type Page, shown, typedOnDisk, until, withGoal } from "./testing/device";

const wait = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

beforeEach(newDevice);

/** A page with a goal open, and beside it one that was killed while somebody typed in that goal. */
async function besideAKilled(): Promise<[Page, string]> {
  const [killed, id] = await withGoal();
  const page = await openFor(BRAM);
  await shown(page, "goal");
  killed.drafts.draftField("goal", id, "text").input("lezen in de trein");
  killed.drafts.saveDrafts();
  await killed.write.settled();
  killed.typing.forgetTyping();
  return [page, id];
}

test("keystrokes of another page, which may have been killed, are not written over in the same field", async () => {
  const [page, id] = await besideAKilled();
  page.drafts.draftField("goal", id, "text").input("elke dag lezen");
  page.drafts.saveDrafts();
  await page.write.settled();
  await page.write.settled();

  const waits = page.memory.memory().outbox.get(id)?.at(-1);

  expect(waits?.mutation.set.text).toBe("lezen in de trein");
  expect((await typedOnDisk(page)).map(({ text }) => text)).toEqual(["elke dag lezen"]);
});

test.each(["sooner", "later"])(
  "what a killed page had not written stands beside what another wrote %s",
  async (when) => {
    const [killed, id] = await withGoal();
    const beside = await openFor(BRAM);
    await shown(beside, "goal");
    const type = (page: Page, text: string) => page.drafts.draftField("goal", id, "text").input(text);
    if (when === "later") type(killed, "lezen hier");
    await wait(2);
    type(beside, "lezen daar");
    await wait(2);
    if (when === "sooner") type(killed, "lezen hier");
    beside.drafts.saveDrafts();
    await beside.write.settled();
    killed.lifeboat.fillLifeboat(true);
    for (const page of [killed, beside]) page.typing.forgetTyping();

    const again = await openFor(BRAM);
    await shown(again, "goal");
    await again.write.settled();

    const text = again.live.one("goal", id).value?.fields.text;
    const waits = again.memory
      .memory()
      .outbox.get(id)
      ?.map(({ mutation }) => mutation.set.text);
    expect(`${waits}`).toContain("hier");
    expect(text).toContain("daar");
  },
);

test("of two pages that save in one field at once neither takes the other's last keys", async () => {
  const [one, id] = await withGoal();
  const other = await openFor(BRAM);
  await shown(other, "goal");
  const type = (page: Page, text: string) => page.drafts.draftField("goal", id, "text").input(text);
  type(one, "lezen in bed");
  one.drafts.saveDrafts();
  await one.write.settled();
  type(other, "elke dag lezen");
  type(one, "lezen in bed en bad");
  for (const page of [other, one]) page.drafts.saveDrafts();
  for (const page of [other, one, other, one, other]) await page.write.settled();

  const changes = await other.db.transact(["outbox"], "readonly", (tx) => tx.objectStore("outbox").getAll());
  const texts = [
    ...changes.map(({ mutation }) => mutation.set.text),
    ...(await typedOnDisk(other)).map(({ text }) => text),
  ];
  expect(texts.join()).toContain("elke");
  expect(texts.join()).toContain("bad");
});

test("keystrokes of another page are not thrown away either when what was typed there becomes a change", async () => {
  const [page, id] = await besideAKilled();
  const field = page.drafts.draftField("goal", id, "text");
  field.input("elke dag lezen");
  field.flush();
  await page.write.settled();

  expect((await typedOnDisk(page)).map(({ text }) => text)).toEqual(["lezen in de trein"]);
});

test.each(["typed back to what it was", "given up"])(
  "what another page shows of keystrokes goes when they are %s",
  async (how) => {
    const [page, id] = await withGoal("");
    const field = page.drafts.draftField("goal", id, "why");
    field.input("om beter te lezen");
    page.drafts.saveDrafts();
    await page.write.settled();
    const beside = await openFor(BRAM);
    await shown(beside, "goal");
    const before = beside.live.one("goal", id).value?.fields.why;
    if (how === "given up") page.drafts.discardDrafts(id, ["why"]);
    else field.input("");
    field.flush();
    await until(() => !beside.live.one("goal", id).value?.fields.why);

    expect(before).toBe("om beter te lezen");
  },
);

test.each(["become a change", "are given up"])(
  "keystrokes that %s while the disk is read again, because another page wrote, are not shown again",
  async (how) => {
    const [page, id] = await withGoal();
    const { readAgain } = await import("./reading");
    const field = page.drafts.draftField("goal", id, "text");
    field.input("lezen in de trein");
    page.drafts.saveDrafts();
    await page.write.settled();
    const gone = how === "are given up" ? () => page.drafts.discardDrafts(id, ["text"]) : field.flush;
    const real = IDBObjectStore.prototype.getAll;
    vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === "drafts") queueMicrotask(gone);
      return real.apply(this, args);
    });
    await readAgain([id]);
    vi.restoreAllMocks();
    await page.write.settled();
    const text = page.live.one("goal", id).value?.fields.text;

    expect(text).toBe(how === "are given up" ? "lezen" : "lezen in de trein");
    expect(page.memory.memory().drafts.get(id)).toBeUndefined();
  },
);
