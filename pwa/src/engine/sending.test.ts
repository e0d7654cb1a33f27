/** What a request may carry, and what becomes of the rest when it cannot be taken whole; against the small server. */
import { beforeEach, expect, test } from "vitest";
import { farewell, sync } from "./run";
import { type Device, RULES } from "./testing/device";
import type { Server } from "./testing/server";
import { all, OWN, SHARED, three } from "./testing/three";

let server: Server;
let phone: Device;

beforeEach(async () => {
  ({ server, phone } = await three());
});

test("a mutation is durably marked sent before it leaves, and a sent one is never altered", async () => {
  await phone.note("n1", { text: "het ging heel goed" });
  phone.wire = async (request) => {
    expect(phone.queue().map((row) => row.sent)).toEqual([true]);
    expect(request.mutations).toEqual(phone.queue().map((row) => row.mutation));
    return { kind: "offline" };
  };
  await all(phone);
  const [before] = phone.queue();
  await phone.note("n1", { text: "het ging heel erg goed" });

  expect(phone.queue()).toHaveLength(2);
  expect(phone.queue()[0]).toEqual(before);
  expect(phone.queue()[1]?.mutation.base).toEqual({ mid: before?.mid });
});

test("a single mutation that the server cannot read is set aside, and all the others land", async () => {
  for (let i = 0; i < 20; i++) await phone.note(`m${i}`, { text: i === 13 ? "vergif" : `tekst ${i}` }, { scope: OWN });
  phone.wire = async (request, deliver) =>
    JSON.stringify(request).includes("vergif") ? { kind: "refused", code: "malformed" } : deliver(request);
  const report = await sync(phone, RULES);

  expect(report).toMatchObject({ waiting: 0 });
  expect([...phone.store.held.values()]).toMatchObject([
    { id: "m13", reason: "refused", here: true, set: { text: "vergif" } },
  ]);
  expect(server.data.records.size).toBe(20);
});

test("a server that refuses everything costs nobody a word", async () => {
  await phone.note("m1", { text: "hier" }, { scope: OWN });
  phone.wire = async () => ({ kind: "refused", code: "origin" });
  const report = await sync(phone, RULES);

  expect(report).toMatchObject({ failure: "refused", code: "origin", waiting: 1 });
  expect(phone.store.held.size).toBe(0);
});

test("a text of more than a million bytes is set aside on the device before it is sent", async () => {
  await phone.note("m1", { text: "é".repeat(600_000) }, { scope: OWN });
  await phone.note("m2", { text: "klein" }, { scope: OWN });
  await all(phone);

  expect([...phone.store.held.values()]).toMatchObject([{ id: "m1", reason: "too_big", here: true }]);
  expect(server.data.records.has("m2")).toBe(true);
});

test("a request carries at most 500 mutations and 2 MB, and the outbox still empties", async () => {
  for (let i = 0; i < 510; i++) await phone.note(`m${i}`, { text: "x" }, { scope: OWN });
  for (let i = 0; i < 4; i++) await phone.note(`big${i}`, { text: "y".repeat(900_000) }, { scope: OWN });
  phone.asked = [];
  await all(phone);

  expect(phone.queue()).toEqual([]);
  for (const request of phone.asked) {
    expect(request.mutations.length).toBeLessThanOrEqual(500);
    expect(JSON.stringify(request.mutations).length).toBeLessThan(2_001_000);
  }
}, 60_000);

test("after a poke only the named scopes are read", async () => {
  phone.asked = [];
  await sync(phone, RULES, { only: [SHARED] });

  expect(phone.asked).toMatchObject([{ only: [SHARED], cursors: { [SHARED]: expect.any(Number) } }]);
  expect(Object.keys(phone.asked[0]?.cursors ?? {})).toEqual([SHARED]);
});

test("when the page goes, what fits in 60 kB is pushed and answered again later", async () => {
  for (let i = 0; i < 8; i++) await phone.note(`m${i}`, { text: "z".repeat(10_000) }, { scope: OWN });
  phone.asked = [];
  await farewell(phone);
  expect(JSON.stringify(phone.asked).length).toBeLessThan(60_000);
  expect(phone.asked).toMatchObject([{ pull: false, only: [], cursors: {} }]);
  expect(phone.queue()).toHaveLength(8);
  await all(phone);

  expect(phone.queue()).toEqual([]);
  expect(server.data.revisions.filter(({ id }) => id === "m0")).toHaveLength(1);
});
