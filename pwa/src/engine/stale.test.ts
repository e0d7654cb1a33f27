/** What a restore of the server asks of a device, beside handing in again. */
import { expect, test } from "vitest";
import { all, OWN, SHARED, three } from "./testing/three";

test("what did not arrive is only on this device once the server is restored from before it", async () => {
  const { server, cora } = await three();
  const backup = server.backup();
  server.revoke("cora", SHARED);
  await cora.note("n1", { text: "het ging goed zegt Cora" });
  await all(cora);
  const before = [...cora.store.held.values()].map((row) => row.here);
  server.restore(backup);
  await all(cora);

  expect(before).toEqual([false]);
  expect([...cora.store.held.values()].map((row) => [row.here, row.set.text])).toEqual([
    [true, "het ging goed zegt Cora"],
  ]);
});

test("what a replay had settled waits again: more may be in it now than was read of it", async () => {
  const { server, phone, laptop } = await three();
  const backup = server.backup();
  await phone.note("n1", { text: "het ging goed met Sanne" });
  await all(phone);
  await laptop.note("n1", { text: "het ging heel goed", title: "van de laptop" });
  await all(laptop);
  server.restore(backup);
  await phone.note("n1", { title: "van de telefoon" });
  await all(phone, laptop, phone);
  const shown = laptop.shows("n1");

  expect(shown?.fields.title).toBe("van de telefoon");
  expect(shown?.siblings.map(({ set }) => set.title)).toContain("van de laptop");
});

test("what lies elsewhere after a restore never leaves the screen, though its new place stands on a later page", async () => {
  const { server, phone } = await three();
  await phone.note("n2", { text: "alleen van mij" }, { scope: OWN });
  await all(phone);
  const backup = server.backup();
  await phone.note("n2", {}, { scope: SHARED });
  await all(phone);
  phone.store.sent.clear(); // it was signed out from elsewhere meanwhile
  server.restore(backup);
  phone.limit = 1;
  const seen: (string | undefined)[] = [];
  phone.store.moment = () => seen.push(phone.shows("n2")?.scope);
  await all(phone);

  expect(new Set(seen)).toEqual(new Set([SHARED, OWN]));
  expect([phone.shows("n2")?.scope, phone.store.meta.scopes[SHARED]?.sweeping]).toEqual([OWN, false]);
});

test("words that a restore lost stay in what is typed over them before its page has come again", async () => {
  const { server, phone, laptop } = await three();
  await phone.note("n2", { text: "iets anders" }, { scope: SHARED });
  await phone.note("n1", { title: "op de tweede bladzijde" });
  await all(phone);
  const backup = server.backup();
  await phone.note("n1", { text: "het ging goed en rustig" });
  await all(phone, laptop);
  server.restore(backup); // and the phone stays away
  laptop.limit = 1;
  const { wire } = laptop;
  laptop.wire = async (request, deliver) => {
    laptop.wire = async () => ({ kind: "offline" });
    return deliver(request);
  };
  await all(laptop);
  await laptop.note("n1", { text: "Vandaag: het ging goed en rustig" });
  laptop.wire = wire;
  await all(laptop);

  expect(server.data.records.get("n1")?.fields.text).toBe("Vandaag: het ging goed en rustig");
  expect(laptop.shows("n1")?.fields.text).toBe("Vandaag: het ging goed en rustig");
});
