import { beforeEach, expect, test, vi } from "vitest";
import { BRAM, JORIS, newDevice, openFor, openPage, type Page, shown, until } from "./testing/device";

const goal = (page: Awaited<ReturnType<typeof openFor>>, person: string, text: string) =>
  page.write.create("goal", `self:${person}`, { text });

async function withTheirs(page: Page): Promise<void> {
  const wire = { kind: "goal", scope: "member:m:shared", rev: "g1.1", deleted: false, round: 1 };
  await page.db.transact(["confirmed"], "readwrite", (tx) =>
    tx
      .objectStore("confirmed")
      .put({ ...wire, siblings: [], id: "b", author: JORIS, fields: { text: "vertrouwelijk" } }),
  );
}

/** As keystrokes, or as a change already. */
function typedIn({ memory }: Page): unknown[] {
  const { drafts, outbox } = memory.memory();
  const texts = [...drafts.values()].flatMap((ofRecord) => [...ofRecord.values()]).map(({ text }) => text);
  return [...texts, ...[...outbox.values()].flat().map(({ mutation }) => mutation.set.text)];
}

beforeEach(() => {
  newDevice();
});

test("signing out keeps what was not sent, for the same person", async () => {
  const page = await openFor(BRAM);
  goal(page, BRAM, "nog niet verstuurd");
  await page.session.signOut();

  const again = await openFor(BRAM);

  expect((await shown(again, "goal")).map((one) => one.fields.text)).toEqual(["nog niet verstuurd"]);
});

test("what is typed while a login that was ended is cleared away is kept with the rest", async () => {
  const page = await openFor(BRAM);
  const id = goal(page, BRAM, "eerst");
  const leaving = page.session.revoked();
  await page.write.settled();
  page.drafts.draftField("goal", id, "text").input("eerst en daarna");
  await leaving;

  const again = await openFor(BRAM);

  expect((await shown(again, "goal")).map((one) => one.fields.text)).toEqual(["eerst en daarna"]);
});

test("signing out leaves nothing when everything was sent", async () => {
  const page = await openFor(BRAM);
  await withTheirs(page);
  await page.session.signOut();

  expect((await indexedDB.databases()).map((one) => one.name)).toEqual(["maatje"]);
  expect(await page.session.lastPerson()).toBeNull();
});

test("a page that is killed while it signs somebody out leaves the clearing away to the next", async () => {
  const page = await openFor(BRAM);
  goal(page, BRAM, "wacht op Bram");
  await withTheirs(page);
  vi.spyOn(IDBObjectStore.prototype, "clear").mockImplementation(function (this: IDBObjectStore) {
    this.transaction.abort();
    throw new DOMException("killed", "QuotaExceededError");
  });
  await page.session.signOut();
  vi.restoreAllMocks();

  const next = await openPage();
  const last = await next.session.lastPerson();
  const again = await openFor(BRAM);
  const goals = await shown(again, "goal");

  expect(last).toBeNull();
  expect(goals.map((one) => one.fields.text)).toEqual(["wacht op Bram"]);
});

test("signing out takes everything from the screen, in every page", async () => {
  const here = await openFor(BRAM);
  goal(here, BRAM, "zichtbaar");
  const there = await openFor(BRAM);
  await shown(there, "goal");
  await here.session.signOut();
  await until(() => there.session.who.value === null);

  expect(here.live.all("goal").value).toEqual([]);
  expect(there.live.all("goal").value).toEqual([]);
});

test.each(["a moment ago", "and has saved"])(
  "signing out keeps what somebody typed in another page %s",
  async (when) => {
    vi.stubGlobal("location", { reload: vi.fn() });
    const page = await openFor(BRAM);
    const beside = await openFor(BRAM);
    beside.drafts.draftField("goal", "0198a1ff-0000-7000-8000-000000000001", "text").input("half");
    if (when === "and has saved") beside.drafts.saveDrafts();
    await beside.write.settled();
    await page.session.signOut();
    await until(() => beside.session.who.value === null);
    await beside.write.settled();

    const again = await openFor(BRAM);
    await again.write.settled();

    expect(typedIn(again)).toEqual(["half"]);
  },
);

test("signing out keeps what was typed in a page that was killed", async () => {
  const page = await openFor(BRAM);
  const beside = await openFor(BRAM);
  beside.drafts.draftField("goal", "0198a1ff-0000-7000-8000-000000000001", "text").input("half");
  beside.drafts.saveDrafts();
  await beside.write.settled();
  beside.db.close();
  beside.typing.forgetTyping();
  await page.session.signOut();

  const again = await openFor(BRAM);

  expect(typedIn(again)).toEqual(["half"]);
});

test("another person sees and sends nothing of the one before", async () => {
  const page = await openFor(BRAM);
  goal(page, BRAM, "van Bram");
  page.drafts.draftField("goal", "0198a1ff-0000-7000-8000-000000000001", "text").input("half");
  await page.session.signOut();
  await page.session.openFor(JORIS);

  expect(await shown(page, "goal")).toEqual([]);
  expect([page.status.unsent.value, page.memory.memory().outbox.size, page.held.held.value.length]).toEqual([0, 0, 0]);
});

test("what was on its way to the disk when somebody else came in does not land with them", async () => {
  const page = await openFor(BRAM);
  goal(page, BRAM, "van Bram");
  page.db.use(JORIS);
  page.memory.startMemory(JORIS);
  await page.write.settled();
  const rows = await page.db.transact(["outbox"], "readonly", (tx) => tx.objectStore("outbox").getAll());

  expect(rows).toEqual([]);
});

test("records of others are hidden when the lease is over, one's own stay", async () => {
  const page = await openFor(BRAM);
  const wire = { kind: "goal", scope: "member:m:shared", rev: "g1.1", deleted: false, round: 1 } as const;
  await page.db.transact(["confirmed", "meta"], "readwrite", async (tx) => {
    await tx.objectStore("confirmed").put({ ...wire, siblings: [], id: "a", author: BRAM, fields: { text: "mijn" } });
    await tx
      .objectStore("confirmed")
      .put({ ...wire, siblings: [], id: "b", author: JORIS, fields: { text: "van een ander" } });
    const { freshMeta } = await import("./meta");
    await tx.objectStore("meta").put({ ...freshMeta(BRAM), leaseUntil: Date.now() - 1 }, "engine");
  });

  const again = await shown(await openFor(BRAM), "goal");

  expect(again.map((one) => one.fields.text)).toEqual(["mijn"]);
});

test("records of others come back when another page has been in touch", async () => {
  const page = await openFor(BRAM);
  await withTheirs(page);
  const { freshMeta } = await import("./meta");
  const leased = (leaseUntil: number) =>
    page.db.transact(["meta"], "readwrite", (tx) =>
      tx.objectStore("meta").put({ ...freshMeta(BRAM), leaseUntil }, "engine"),
    );
  await leased(Date.now() - 1);
  const beside = await openFor(BRAM);
  const before = await shown(beside, "goal");
  await leased(Date.now() + 60_000);
  const other = new BroadcastChannel(page.db.databaseOf(BRAM));
  other.postMessage({ ids: [] });
  await until(() => beside.live.all("goal").value.length === 1);
  other.close();

  expect(before).toEqual([]);
});

test("the device remembers who was signed in and what they may do", async () => {
  const page = await openFor(BRAM);
  const roles = ["coach", "coachee"].map((role) => ({
    role,
    programme: null,
    community: null,
    membership: null,
    coaching: null,
    from: "",
    until: null,
  }));
  page.me.learn({
    person: { id: BRAM, name: "Bram", email: null, language: "nl" },
    roles: roles as never,
    scopes: {},
    programmes: [],
    communities: [],
    demo: false,
  });
  page.me.wear(1);
  await page.write.settled();
  const again = await openPage();
  await again.session.openFor((await again.session.lastPerson()) as string);

  expect([again.me.me.value?.person.name, again.me.hat.value?.role]).toEqual(["Bram", "coachee"]);
});

test("who signs in over somebody else leaves nothing of what that person could read", async () => {
  const page = await openFor(BRAM);
  await withTheirs(page);
  goal(page, BRAM, "wacht op Bram");
  await page.session.openFor(JORIS);

  const again = await openFor(BRAM);

  expect((await shown(again, "goal")).map((one) => one.fields.text)).toEqual(["wacht op Bram"]);
});

test("a page gives way to a newer version of the app, with everything typed on the disk", async () => {
  const reload = vi.fn();
  vi.stubGlobal("location", { reload });
  const page = await openFor(BRAM);
  await shown(page, "goal");
  const id = goal(page, BRAM, "lezen");
  page.drafts.draftField("goal", id, "text").input("lezen in de trein");
  const { VERSION } = await import("./shape");
  const newer = indexedDB.open(page.db.databaseOf(BRAM), VERSION + 1);
  const text = await new Promise((resolve) => {
    newer.onsuccess = () => {
      const rows = newer.result.transaction("outbox").objectStore("outbox").getAll();
      rows.onsuccess = () => resolve(rows.result.map((row) => row.mutation.set.text));
    };
  });
  newer.result.close();

  expect(text).toEqual(["lezen in de trein"]);
  expect(reload).toHaveBeenCalledOnce();
});
