import { beforeEach, expect, test, vi } from "vitest";
import { BRAM, JORIS, newDevice, openFor, type Page, shown, until } from "./testing/device";

const SELF = `self:${BRAM}`;

beforeEach(() => {
  newDevice();
});

test("what is written shows at once and is there after a restart", async () => {
  const page = await openFor(BRAM);
  await shown(page, "goal");
  const id = page.write.create("goal", SELF, { text: "Elke week een uur lezen" });
  const atOnce = page.live.one("goal", id).value;
  await page.write.settled();

  const again = await shown(await openFor(BRAM), "goal");

  expect(atOnce?.fields.text).toBe("Elke week een uur lezen");
  expect(atOnce?.place).toBe("here");
  expect(again.map((goal) => goal.id)).toEqual([id]);
});

test("F5: what shows is safe from a killed page before the disk can have it, and the copy goes when it has", async () => {
  const page = await openFor(BRAM);
  const boats = () => page.lifeboat.lifeboats(BRAM).boats;
  const id = page.write.create("checkin", SELF, { goal: "g", outcome: "different", on: "2026-09-14T10:00:00.000Z" });
  const atOnce = boats().flatMap(({ intents }) => intents.map((intent) => intent.id));
  await page.write.settled();

  expect(atOnce).toEqual([id]);
  expect(boats()).toEqual([]);
});

test("of two pages that bring the same choice to the disk one does, also when it is on its way by then", async () => {
  const page = await openFor(BRAM);
  const id = page.write.create("goal", SELF, { text: "Elke week een uur lezen" });
  await allSent(page);
  page.write.choose("goal", id, { text: "Elke dag een uur lezen" }, ["019caf71-0000-7000-8000-000000000001"]);
  const inTheBoat = Object.entries({ ...localStorage });
  await allSent(page);
  for (const [key, boat] of inTheBoat) localStorage.setItem(key, boat); // as a page finds it that opened meanwhile
  const beside = await openFor(BRAM);
  await beside.write.settled();

  expect(inTheBoat.length).toBe(1);
  expect(beside.memory.memory().outbox.get(id)?.length).toBe(2);
});

test("many changes of a record that never left are one change", async () => {
  const page = await openFor(BRAM);
  const id = page.write.create("goal", SELF, { text: "a" });
  for (const text of ["ab", "abc", "abcd"]) page.write.change("goal", id, { text });
  await page.write.settled();

  const rows = page.memory.memory().outbox.get(id) ?? [];

  expect(rows.map((row) => row.mutation.set)).toEqual([{ text: "abcd" }]);
});

test("a removed record is gone from the list", async () => {
  const page = await openFor(BRAM);
  await shown(page, "goal");
  const id = page.write.create("goal", SELF, { text: "weg" });
  await page.write.settled();
  page.write.remove("goal", id);

  expect(page.live.all("goal").value).toEqual([]);
  expect(page.live.one("goal", id).value).toBeUndefined();
  await page.write.settled();
});

test("a change that the disk breaks off leaves nothing half-done, and is tried again", async () => {
  const page = await openFor(BRAM);
  let broken = 1;
  const real = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...args) {
    const request = real.apply(this, args);
    if (this.name === "outbox" && broken-- > 0) this.transaction.abort();
    return request;
  });
  const id = page.write.create("goal", SELF, { text: "een keer" });
  await page.write.settled();
  vi.restoreAllMocks();

  const again = await openFor(BRAM);
  await shown(again, "goal");

  expect(page.status.trouble.value).toBeNull();
  expect(again.memory.memory().outbox.get(id)?.length).toBe(1);
});

test("when the disk stays broken the text is shown, kept in the lifeboat and handed to the server", async () => {
  const page = await openFor(JORIS); // whose page may still be trying when a later test begins, with Bram's
  await shown(page, "goal");
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
    throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
  });
  const id = page.write.create("goal", `self:${JORIS}`, { text: "mag niet weg" });
  await until(() => page.status.trouble.value === "disk");

  expect(page.live.one("goal", id).value?.fields.text).toBe("mag niet weg");
  expect(page.stranded.stranded().map((mutation) => mutation.set)).toEqual([{ text: "mag niet weg" }]);
  vi.restoreAllMocks();
  const again = await openFor(JORIS);
  await again.write.settled();
  expect((await shown(again, "goal")).map((goal) => goal.fields.text)).toEqual(["mag niet weg"]);
  expect(again.lifeboat.lifeboats(JORIS).boats).toEqual([]);
});

test("what the server took from a broken disk is no longer handed in", async () => {
  const page = await openFor(BRAM);
  await shown(page, "goal");
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
    throw new DOMException("lost", "UnknownError");
  });
  page.write.create("goal", SELF, { text: "mag niet weg" });
  await until(() => page.status.trouble.value === "disk");
  page.stranded.landed(new Set(page.stranded.stranded().map((mutation) => mutation.mid)));
  vi.restoreAllMocks();

  expect(page.stranded.stranded()).toEqual([]);
  expect(page.status.trouble.value).toBeNull();
  expect(page.lifeboat.lifeboats(BRAM).boats).toEqual([]);
});

test("what another page wrote shows here", async () => {
  const here = await openFor(BRAM);
  await shown(here, "goal");
  const there = await openFor(BRAM);
  const id = there.write.create("goal", SELF, { text: "van hiernaast" });
  await there.write.settled();

  await until(() => here.live.one("goal", id).value !== undefined);

  expect(here.live.all("goal").value.map((goal) => goal.fields.text)).toEqual(["van hiernaast"]);
});

test("two pages that write the same record at once both end up in it", async () => {
  const here = await openFor(BRAM);
  const id = here.write.create("goal", SELF, { text: "doel" });
  await here.write.settled();
  const there = await openFor(BRAM);
  here.write.change("goal", id, { why: "daarom" });
  there.write.change("goal", id, { state: "open" });
  await Promise.all([here.write.settled(), there.write.settled()]);

  const [goal] = await shown(await openFor(BRAM), "goal");

  expect(goal?.fields).toEqual({ text: "doel", why: "daarom", state: "open" });
});

test("one changed record wakes nobody who looks at another", async () => {
  const page = await openFor(BRAM);
  await shown(page, "goal");
  const [mine, other] = ["een", "twee"].map((text) => page.write.create("goal", SELF, { text })) as [string, string];
  const before = page.live.one("goal", other).value;
  const ids = page.live.ids("goal").value;
  page.write.change("goal", mine, { text: "anders" });

  expect(page.live.one("goal", other).value).toBe(before);
  expect(page.live.ids("goal").value).toBe(ids);
  await page.write.settled();
});

test("a connection that the browser lost is opened again, and nobody notices", async () => {
  const page = await openFor(BRAM);
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(() => {
    throw new DOMException("Connection to Indexed Database server lost. Refresh the page to try again", "UnknownError");
  });
  page.write.create("goal", SELF, { text: "lezen" });
  await page.write.settled();

  expect(page.status.trouble.value).toBeNull();
  expect((await shown(await openFor(BRAM), "goal")).map((goal) => goal.fields.text)).toEqual(["lezen"]);
});

test("a disk that is broken from the start is told, and what is typed shows all the same", async () => {
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("", "UnknownError");
  });
  const page = await openFor(JORIS); // as above
  page.live.all("goal");
  page.write.create("goal", `self:${JORIS}`, { text: "mag niet weg" });
  await until(() => page.stranded.stranded().length === 1);

  expect(page.status.trouble.value).toBe("disk");
  expect(page.live.all("goal").value.map((goal) => goal.fields.text)).toEqual(["mag niet weg"]);
});

test("where a newer app has written, it is the app that is old and not the disk that is broken", async () => {
  const newer = indexedDB.open(`maatje-${JORIS}`, 99);
  await new Promise((done) => {
    newer.onsuccess = done;
  });
  newer.result.close();
  const page = await openFor(JORIS);
  page.write.create("goal", `self:${JORIS}`, { text: "mag niet weg" });
  await until(() => page.stranded.stranded().length === 1);

  expect(page.status.trouble.value).toBe("upgrade");
});

test("when the disk works again, what it had refused goes there too", async () => {
  const page = await openFor(BRAM);
  const broken = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
    throw new DOMException("", "UnknownError");
  });
  page.write.create("goal", SELF, { text: "eerst" });
  await until(() => page.status.trouble.value === "disk");
  broken.mockRestore();
  page.write.create("goal", SELF, { text: "daarna" });
  await until(() => page.memory.memory().waiting.size === 0);

  expect(page.status.trouble.value).toBeNull();
  expect((await shown(await openFor(BRAM), "goal")).map((goal) => goal.fields.text).sort()).toEqual([
    "daarna",
    "eerst",
  ]);
});

test("a version that was chosen from no longer waits for a choice", async () => {
  const page = await openFor(BRAM);
  const sibling = { mid: "m1", author: BRAM, at: null, set: { text: "mijn" } };
  await page.db.transact(["confirmed"], "readwrite", (tx) =>
    tx.objectStore("confirmed").put({
      id: "g1",
      kind: "goal",
      scope: SELF,
      rev: "g1.4",
      author: BRAM,
      deleted: false,
      fields: { text: "van mijn laptop" },
      siblings: [sibling],
      round: 1,
    }),
  );
  const [before] = await shown(page, "goal");
  page.write.choose("goal", "g1", { text: "allebei" }, ["m1"]);
  await page.write.settled();

  const after = page.live.one("goal", "g1").value;

  expect(before?.siblings.length).toBe(1);
  expect([after?.siblings, after?.fields.text]).toEqual([[], "allebei"]);
  expect(page.memory.memory().outbox.get("g1")?.[0]?.mutation.resolves).toEqual(["m1"]);
});

async function allSent(page: Page): Promise<void> {
  await page.write.settled();
  await page.db.transact(["outbox"], "readwrite", async (tx) => {
    const rows = await tx.objectStore("outbox").getAll();
    await Promise.all(rows.map((row) => tx.objectStore("outbox").put({ ...row, sent: true })));
  });
}
