import { beforeEach, expect, test, vi } from "vitest";
import { Desk } from "../engine/desk";
import { erase, forget } from "../engine/purge";
import type { Confirmed } from "../engine/types";
import { BRAM, JORIS, newDevice, openFor, type Page, shown, until } from "./testing/device";

const ID = "0198a1ff-0000-7000-8000-000000000003";
const WORD = "onuitspreekbaar";
const THEIRS: Confirmed = {
  ...{ id: ID, kind: "goal", scope: "member:m1:shared", rev: "g1.1", author: JORIS, deleted: false },
  ...{ fields: { text: WORD }, siblings: [], round: 0 },
};
const STORES = ["confirmed", "outbox", "sent", "drafts", "held", "files", "recordings", "meta"] as const;

beforeEach(() => {
  newDevice();
});

/** Everything that this device keeps, in memory too. */
async function everywhere(page: Page): Promise<string> {
  const disk = await page.db.transact([...STORES], "readonly", (tx) =>
    Promise.all(STORES.map((name) => tx.objectStore(name).getAll())),
  );
  const memory = page.memory.memory();
  const maps = [memory.confirmed, memory.outbox, memory.waiting, memory.landed, memory.held];
  const rows = [...maps.map((map) => [...map.values()]), [...memory.drafts.values()].map((ofRecord) => [...ofRecord])];
  return JSON.stringify([disk, rows, { ...localStorage }]);
}

/** As an answer does it that names the record in `erased`. */
async function erased(how: (desk: Desk) => void = (desk) => erase(desk, [ID])): Promise<void> {
  const { storePort } = await import("./port"); // of this page, whose database it is
  const { takeIn } = await import("./taken");
  await storePort(BRAM, takeIn).transact({ ids: [ID], archive: true }, (slice) => {
    const desk = new Desk(slice);
    how(desk);
    return { changes: desk.changes(), result: undefined };
  });
}

test("I10: of what was erased for good this device keeps no word: on its disk, in memory and in localStorage", async () => {
  const page = await openFor(BRAM);
  await shown(page, "goal");
  const queued = { seq: 1, mid: "m-sent", id: ID, kind: "goal", mutation: { mid: "m-sent", set: { text: WORD } } };
  await page.db.transact(["confirmed", "sent", "held"], "readwrite", async (tx) => {
    await tx.objectStore("confirmed").put(THEIRS);
    await tx
      .objectStore("sent")
      .put({ ...queued, scope: "member:m1:shared", status: "ok", rev: "g1.1", at: "" } as never);
    await tx
      .objectStore("held")
      .put({ ...queued, set: { text: WORD }, reason: "forbidden", at: "", here: true } as never);
  });
  page.memory.memory().confirmed.set(ID, THEIRS);
  page.write.change("goal", ID, { why: WORD });
  await page.write.settled();
  page.drafts.draftField("goal", ID, "text").input(`${WORD} getypt`);
  page.lifeboat.fillLifeboat(true);
  const { addSlice, finished, newRecording } = await import("./recordings");
  await addSlice(newRecording(ID, "audio/webm", "self"), new ArrayBuffer(4), 2);
  await finished();
  const before = await everywhere(page);
  const recorded = page.files.recordings.value.length;
  await erased();
  await page.write.settled();

  expect(before.split(WORD).length).toBeGreaterThan(6);
  expect(await everywhere(page)).not.toContain(WORD);
  expect(page.drafts.draftField("goal", ID, "text").value.value).toBe("");
  expect(recorded).toBe(1);
  await until(() => page.files.recordings.value.length === 0);
  vi.unstubAllGlobals();
});

/** A page that shows the record, in which somebody is typing. */
async function typedIn(text: string): Promise<Page> {
  const page = await openFor(BRAM);
  await shown(page, "goal");
  await page.db.transact(["confirmed"], "readwrite", (tx) => tx.objectStore("confirmed").put(THEIRS));
  const { readAgain } = await import("./reading");
  await readAgain(null);
  page.drafts.draftField("goal", ID, "text").input(text);
  page.drafts.saveDrafts();
  await page.write.settled();
  return page;
}

/** And beside it another, the one that hears of what comes. */
async function typedBeside(text: string): Promise<Page> {
  const page = await typedIn(text);
  await openFor(BRAM);
  return page;
}

test("I2: the text beneath keystrokes leaves the disk with what may not be read any more; what was typed stays", async () => {
  const page = await typedIn("getypt");
  const before = await everywhere(page);
  await erased((desk) => forget(desk, [ID]));
  const after = await everywhere(page);

  expect(before).toContain(`"over":"${WORD}"`);
  expect(after).not.toContain(WORD);
  expect(after).toContain("getypt");
});

test("I10: nor does a page beside the one that heard of it put back what is being typed there", async () => {
  const page = await typedBeside(`${WORD} getypt`);
  const before = await everywhere(page);
  await erased();
  await until(() => page.typing.typedIn(ID).length === 0);
  page.drafts.saveDrafts();
  page.drafts.flushDrafts();
  await page.write.settled();

  expect(before).toContain(WORD);
  expect(await everywhere(page)).not.toContain(WORD);
});

test("I10: nor is it left in the lifeboat of a page that was killed; what else lies there stays", async () => {
  const page = await openFor(BRAM);
  const typed = (id: string, text: string) => ({
    id,
    kind: "goal",
    set: { text },
    key: "text",
    text,
    over: null,
    at: "",
  });
  const rows = [typed(ID, WORD), typed("another", "hardlopen")];
  localStorage.setItem(`maatje-boat-${BRAM}-killed`, JSON.stringify({ intents: rows, drafts: rows }));
  await erased();
  const left = await everywhere(page);

  expect(left).not.toContain(WORD);
  expect(left.split("hardlopen").length).toBe(5);
});

test("I2: nor does it put back the text beneath its keystrokes, once another page has heard that it goes; what was typed stays", async () => {
  const page = await typedBeside("getypt");
  const before = await everywhere(page);
  await erased((desk) => forget(desk, [ID]));
  await until(() => page.typing.typedIn(ID)[0]?.over === null);
  page.drafts.draftField("goal", ID, "text").input("getypt en nog meer");
  page.drafts.saveDrafts();
  await page.write.settled();
  const after = await everywhere(page);

  expect(before).toContain(`"over":"${WORD}"`);
  expect(after).not.toContain(WORD);
  expect(after).toContain("getypt en nog meer");
});
