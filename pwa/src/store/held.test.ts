import { beforeEach, expect, test } from "vitest";
import type { HeldDraft } from "../engine/types";
import { BRAM, newDevice, openFor, type Page, until } from "./testing/device";

const draft = (mid: string, here = false): HeldDraft => ({
  mid,
  id: "r1",
  kind: "goal",
  set: { text: "elke dag lezen", state: "open" },
  reason: "forbidden",
  at: `2026-03-02T1${mid}:00:00Z`,
  here,
  added: {},
});
const mids = (page: Page) => page.held.held.value.map((row) => row.mid);

beforeEach(() => {
  newDevice();
});

test("what the server holds shows, newest first, also after a restart", async () => {
  const page = await openFor(BRAM);
  await page.held.learnHeld([draft("1"), draft("2")]);

  const again = await openFor(BRAM);

  expect(mids(page)).toEqual(["2", "1"]);
  expect(mids(again)).toEqual(["2", "1"]);
});

test("what was thrown away here stays away, and the server is still to hear of it", async () => {
  const page = await openFor(BRAM);
  await page.held.learnHeld([draft("1"), draft("2")]);
  page.held.discard("2");
  await page.write.settled();
  await page.held.learnHeld([draft("1"), draft("2")]);

  expect(mids(page)).toEqual(["1"]);
  expect(await page.held.discarded()).toEqual(["2"]);
});

test("what was set aside on this device is not the server's to take away", async () => {
  const page = await openFor(BRAM);
  await page.db.transact(["held"], "readwrite", (tx) => tx.objectStore("held").put(draft("3", true)));
  await page.held.learnHeld([]);
  const kept = mids(page);
  page.held.discard("3");
  await page.write.settled();

  expect(kept).toEqual(["3"]);
  expect(await page.held.discarded()).toEqual([]);
});

test("what the server turns out to have is the server's too: once thrown away, it stays away", async () => {
  const page = await openFor(BRAM);
  await page.db.transact(["held"], "readwrite", (tx) => tx.objectStore("held").put(draft("3", true)));
  await page.held.learnHeld([draft("3")]);
  page.held.discard("3");
  await page.write.settled();
  await page.held.learnHeld([draft("3")]);

  expect(mids(page)).toEqual([]);
  expect(await page.held.discarded()).toEqual(["3"]);
});

test("what was thrown away by mistake is here again, and the server is not told to throw it away", async () => {
  const page = await openFor(BRAM);
  await page.held.learnHeld([draft("1")]);
  page.held.discard("1");
  page.held.bringBack(draft("1"));
  await page.write.settled();

  const again = await openFor(BRAM);
  expect(mids(again)).toEqual(["1"]);
  expect(await page.held.discarded()).toEqual([]);
});

test("what was thrown away by mistake stays here, also when the server threw it away already", async () => {
  const page = await openFor(BRAM);
  await page.held.learnHeld([draft("1")]);
  page.held.discard("1");
  await page.write.settled();
  await page.held.discardTold("1");
  page.held.bringBack(draft("1"));
  await page.write.settled();
  await page.held.learnHeld([]);

  expect(mids(page)).toEqual(["1"]);
});

test("what is thrown away in one page goes from the other too, and what is brought back comes back", async () => {
  const page = await openFor(BRAM);
  await page.held.learnHeld([draft("1"), draft("2")]);
  const beside = await openFor(BRAM);
  page.held.discard("1");
  await until(() => mids(beside).length === 1);
  page.held.bringBack(draft("1"));
  await until(() => mids(beside).length === 2);
  await page.held.learnHeld([draft("1"), draft("2"), draft("3")]);
  await until(() => mids(beside).length === 3);

  expect(mids(beside)).toEqual(mids(page));
});
