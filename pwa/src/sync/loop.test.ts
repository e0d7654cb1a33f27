import { beforeEach, expect, test, vi } from "vitest";
import { BRAM, newDevice, newWindow, openFor, type Page, until } from "../store/testing/device";
import { type FakeServer, fakeServer } from "./fake-server";

const SELF = `self:${BRAM}`;
let server: FakeServer;
let around: ReturnType<typeof newWindow>;

beforeEach(() => {
  newDevice();
  around = newWindow();
  server = fakeServer(BRAM);
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => server.fetch(path, init));
  vi.stubGlobal("navigator", { onLine: true, userAgent: "" });
  vi.stubGlobal("EventSource", FakeStream);
  FakeStream.open.length = 0;
});

/** The server's pokes. */
class FakeStream {
  static readonly CLOSED = 2;
  static readonly open: FakeStream[] = [];
  readyState = 1;
  onopen = () => {};
  onmessage = (_: { data: string }) => {};
  onerror = () => {};
  constructor() {
    FakeStream.open.push(this);
  }
  close() {
    this.readyState = FakeStream.CLOSED;
  }
}
const poke = (scopes: string[]) => FakeStream.open.at(-1)?.onmessage({ data: JSON.stringify({ scopes }) });

async function started(): Promise<Page & { loop: typeof import("./loop") }> {
  const page = await openFor(BRAM);
  const loop = await import("./loop");
  loop.start(BRAM);
  return { ...page, loop };
}

const quiet = (page: Page) => until(() => !page.status.syncing.value && page.status.unsent.value === 0);
const turns = (count: number) => until(() => server.requests.length >= count);

test("it asks at the start, and knows who one is", async () => {
  const page = await started();
  await turns(1);
  await quiet(page);

  expect(page.me.me.value?.person.name).toBe("Bram");
  expect(page.status.contact.value).not.toBeNull();
  page.loop.stop();
});

test("what was written goes two seconds later, and is then safe", async () => {
  const page = await started();
  await turns(1);
  await quiet(page);
  vi.useFakeTimers({ toFake: ["performance"] }); // the clock stands still, so that the wait can be read
  const timers = vi.spyOn(globalThis, "setTimeout");
  const id = page.write.create("goal", SELF, { text: "lezen" });
  await page.write.settled();
  const waits = timers.mock.calls.map(([, delay]) => delay);
  timers.mockRestore();
  vi.useRealTimers();
  page.loop.nudge(); // that a wait is kept to is proven in scheduler.test.ts
  await turns(2);
  await quiet(page);

  expect(waits).toContain(2_000);
  expect(server.records.get(id)?.fields).toEqual({ text: "lezen" });
  expect(page.memory.memory().outbox.size).toBe(0);
  page.loop.stop();
});

test.each(["offline", "portal", "busy"] as const)("%s: it is kept, and sent when a person asks again", async (mood) => {
  server.mood = mood;
  const page = await started();
  const id = page.write.create("goal", SELF, { text: "lezen" });
  await page.write.settled();
  await until(() => server.paths.length > 0 && !page.status.syncing.value);
  const kept = page.memory.memory().outbox.has(id);
  server.mood = "well";
  page.status.syncNow();
  await quiet(page);

  expect(kept).toBe(true);
  expect(page.status.online.value).toBe(true);
  expect([...server.applied.values()].map((mutation) => mutation.id)).toEqual([id]);
  page.loop.stop();
});

test("a lost answer and a second try make one change", async () => {
  server.mood = "loses the answer";
  const page = await started();
  page.write.create("goal", SELF, { text: "een keer" });
  page.loop.nudge();
  await until(() => server.applied.size === 1 && !page.status.syncing.value);
  server.mood = "well";
  page.loop.nudge();
  await quiet(page);

  expect(server.requests.flatMap((request) => request.mutations).length).toBeGreaterThan(1);
  expect(server.applied.size).toBe(1);
  page.loop.stop();
});

test("an answer to another request is thrown away whole", async () => {
  server.mood = "wrong number";
  const page = await started();
  const id = page.write.create("goal", SELF, { text: "lezen" });
  page.loop.nudge();
  await until(() => server.applied.size === 1 && !page.status.syncing.value);
  const stillHere = page.memory.memory().outbox.has(id);
  server.mood = "well";
  page.loop.nudge();
  await quiet(page);

  expect(stillHere).toBe(true);
  expect(server.applied.size).toBe(1);
  page.loop.stop();
});

test("a poke asks for its scopes only, an empty one also who I am", async () => {
  const page = await started();
  await turns(1);
  await quiet(page);
  poke([SELF]);
  await turns(2);
  await quiet(page);
  const before = server.paths.filter((path) => path === "GET /api/me").length;
  poke([]);
  await turns(3);
  await quiet(page);

  expect(server.requests.map((request) => request.only)).toEqual([undefined, [SELF], undefined]);
  expect(server.paths.filter((path) => path === "GET /api/me").length).toBe(before + 1);
  page.loop.stop();
});

test("hiding the page sends what was typed a moment ago, without asking for anything", async () => {
  const page = await started();
  await turns(1);
  await quiet(page);
  const id = page.write.create("goal", SELF, { text: "" });
  await page.write.settled();
  page.drafts.draftField("goal", id, "text").input("nog net");
  around.hide();
  await until(() => server.applied.size > 0);

  expect(server.requests.at(-1)?.pull).toBe(false);
  expect(server.records.get(id)?.fields.text).toBe("nog net");
  page.loop.stop();
});

test("while the browser knows of no network nothing is tried, save when a person asks", async () => {
  vi.stubGlobal("navigator", { onLine: false, userAgent: "" });
  const page = await started();
  page.write.create("goal", SELF, { text: "lezen" });
  await page.write.settled();
  around.show();
  await until(() => page.status.online.value === false);
  const unasked = server.paths.length;
  page.status.syncNow();
  await turns(1);
  await quiet(page);

  expect(unasked).toBe(0);
  expect(server.applied.size).toBe(1);
  page.loop.stop();
});

test("once everything was read to the end the device knows it, also at its next start", async () => {
  const page = await started();
  const atFirst = page.told.toldAll.value;
  await until(() => page.told.toldAll.value);
  await page.write.settled();
  page.loop.stop();
  const again = await openFor(BRAM);

  expect(atFirst).toBe(false);
  expect(again.told.toldAll.value).toBe(true);
});

test("when the network is back it does not wait for its turn", async () => {
  server.mood = "offline";
  const page = await started();
  await until(() => page.status.online.value === false);
  server.mood = "well";
  around.network(true);
  await turns(1);
  await quiet(page);

  expect(page.status.online.value).toBe(true);
  page.loop.stop();
});

test("a login ended elsewhere purges what was read, and keeps what was typed for its own person", async () => {
  const page = await started();
  const id = page.write.create("goal", SELF, { text: "van de server" });
  page.loop.nudge();
  await until(() => server.applied.size === 1);
  await quiet(page);
  server.mood = "revoked";
  const typed = page.write.create("goal", SELF, { text: "nog niet verstuurd" });
  page.loop.nudge();
  await until(() => page.session.who.value === null);

  const again = await openFor(BRAM);
  const rows = await again.db.transact(["confirmed", "sent"], "readonly", async (tx) => [
    ...(await tx.objectStore("confirmed").getAll()),
    ...(await tx.objectStore("sent").getAll()),
  ]);

  expect(rows).toEqual([]);
  expect([again.memory.memory().outbox.has(id), again.memory.memory().outbox.has(typed)]).toEqual([false, true]);
});

test("without a login nothing is lost and the person is told", async () => {
  server.mood = "signed out";
  const page = await started();
  const id = page.write.create("goal", SELF, { text: "lezen" });
  await until(() => page.status.trouble.value === "signed_out");

  expect(page.live.one("goal", id).value?.place ?? "here").toBe("here");
  page.loop.stop();
});

test("what a broken disk refused reaches the server all the same", async () => {
  const page = await started();
  await turns(1);
  await quiet(page);
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
    throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
  });
  const id = page.write.create("goal", SELF, { text: "mag niet weg" });
  await until(() => page.status.trouble.value === "disk");
  page.loop.nudge();
  await until(() => server.records.has(id));
  vi.restoreAllMocks();

  expect(server.records.get(id)?.fields.text).toBe("mag niet weg");
  page.loop.stop();
});
