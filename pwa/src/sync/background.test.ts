import { beforeEach, expect, test, vi } from "vitest";
import { BRAM, newDevice, openFor, until } from "../store/testing/device";
import { type FakeServer, fakeServer } from "./fake-server";

let server: FakeServer;

beforeEach(() => {
  newDevice();
  server = fakeServer(BRAM);
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => server.fetch(path, init));
  vi.stubGlobal("navigator", { onLine: true, userAgent: "" });
});

/** The worker has its own copy of every module, and no page around it. */
async function worker() {
  vi.resetModules();
  return import("./background");
}

test("the worker sends what a page left behind, and a page that is open sees it", async () => {
  const page = await openFor(BRAM);
  const id = page.write.create("goal", `self:${BRAM}`, { text: "lezen" });
  await page.write.settled();
  await (await worker()).sendInBackground();
  await until(() => page.status.unsent.value === 0);

  expect(server.records.get(id)?.fields).toEqual({ text: "lezen" });
});

test("without a network it says so, and the browser tries again", async () => {
  const page = await openFor(BRAM);
  page.write.create("goal", `self:${BRAM}`, { text: "lezen" });
  await page.write.settled();
  server.mood = "offline";

  await expect((await worker()).sendInBackground()).rejects.toThrow("offline");
  expect(page.status.unsent.value).toBe(1);
});

test("when nobody is signed in it sends nothing of anybody", async () => {
  const page = await openFor(BRAM);
  page.write.create("goal", `self:${BRAM}`, { text: "van Bram" });
  await page.session.signOut();
  await (await worker()).sendInBackground();

  expect(server.paths).toEqual([]);
});

test("a phone that was signed out from elsewhere forgets what it read, also when nobody opens the app", async () => {
  const page = await openFor(BRAM);
  page.write.create("goal", `self:${BRAM}`, { text: "lezen" });
  await page.write.settled();
  const inWorker = await worker();
  await inWorker.sendInBackground();
  const typed = page.write.create("goal", `self:${BRAM}`, { text: "nog niet verstuurd" });
  await page.write.settled();
  server.mood = "revoked";
  await inWorker.sendInBackground();
  const left = await page.db.transact(["confirmed", "sent", "outbox"], "readonly", async (tx) => [
    (await tx.objectStore("confirmed").getAll()).length + (await tx.objectStore("sent").getAll()).length,
    (await tx.objectStore("outbox").getAll()).map((row) => row.id),
  ]);

  expect(left).toEqual([0, [typed]]);
});
