import { beforeEach, expect, test } from "vitest";
import { BRAM, JORIS, newDevice, openFor, type Page, until } from "./testing/device";

beforeEach(newDevice);

const rows = (page: Page, store: "outbox" | "drafts") =>
  page.db.transact([store], "readonly", (tx) => tx.objectStore(store).getAll() as Promise<{ id: string }[]>);

/** As a browser does that cleans up: the connection ends, and what it led to is gone. */
async function cleanUp(page: Page): Promise<void> {
  page.db.close();
  for (const { name } of await indexedDB.databases()) {
    await new Promise((done) => {
      indexedDB.deleteDatabase(name as string).onsuccess = done;
    });
  }
}

test("what only this device had is there again when the browser threw everything away, before anything new", async () => {
  const page = await openFor(BRAM);
  const first = page.write.create("goal", `self:${BRAM}`, { text: "van voor het opruimen" });
  await page.write.settled();
  page.drafts.draftField("goal", first, "text").input("half");
  page.drafts.saveDrafts();
  await page.write.settled();

  await cleanUp(page);
  const second = page.write.create("goal", `self:${BRAM}`, { text: "van erna" });
  await page.write.settled();

  expect((await rows(page, "outbox")).map(({ id }) => id)).toEqual([first, second]);
  expect((await rows(page, "drafts")).map(({ id }) => id)).toEqual([first]);
  expect(page.status.trouble.value).toBe(null);
});

test("and it is still known whose phone it is", async () => {
  const page = await openFor(BRAM);
  page.write.create("goal", `self:${BRAM}`, { text: "lezen" });
  await page.write.settled();

  await cleanUp(page);
  page.write.create("goal", `self:${BRAM}`, { text: "schrijven" });
  await page.write.settled();

  let person: string | null = null;
  await until(() => {
    void page.db.signedIn().then((known) => {
      person = known.person;
    });
    return person === BRAM;
  });
});

test("F108: the next page knows them as before, and asks nobody to sign in who has no network", async () => {
  const page = await openFor(BRAM);
  const bram = { person: { id: BRAM, name: "Bram", language: "nl" }, roles: [], communities: [] };
  page.me.learn(bram as unknown as Parameters<typeof page.me.learn>[0]);
  page.write.create("goal", `self:${BRAM}`, { text: "lezen" });
  await page.write.settled();

  await cleanUp(page);
  page.write.create("goal", `self:${BRAM}`, { text: "schrijven" });
  await page.write.settled();

  const next = await openFor(BRAM);
  expect(next.me.me.value).toEqual(bram);
});

test("of who is signed out nothing is put back", async () => {
  // Not who had the pages of the other tests: these hear of it.
  const page = await openFor(JORIS);
  page.write.create("goal", `self:${JORIS}`, { text: "lezen" });
  await page.session.signOut();
  await cleanUp(page);

  await page.session.openFor(JORIS);

  expect(await rows(page, "outbox")).toEqual([]);
});
