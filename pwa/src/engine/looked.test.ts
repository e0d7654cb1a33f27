/** SYNC.md §4: what the machine joined where both had written is marked until a person has looked. */
import { beforeEach, expect, test } from "vitest";
import { Desk } from "./desk";
import { forget } from "./purge";
import type { Device } from "./testing/device";
import { all, three } from "./testing/three";

let phone: Device;
let cora: Device;

beforeEach(async () => {
  ({ phone, cora } = await three());
});

test("what the machine joined in one place is marked with both texts until a person has looked, also once the server has it", async () => {
  await phone.note("n1", { text: "het ging heel goed" });
  await cora.note("n1", { text: "het ging niet goed" });
  await all(cora, phone, phone);

  expect(phone.queue()).toEqual([]);
  expect(phone.store.meta.joined).toEqual(["n1"]);
  expect([...phone.store.sent.values()].flatMap(({ merged }) => (merged ? [merged] : []))).toEqual([
    { text: { theirs: "het ging niet goed", mine: "het ging heel goed" } },
  ]);
  expect(cora.store.meta.joined).toBeUndefined();
});

test("a deletion takes along both texts of a join that had not left, for it says neither", async () => {
  const over = { text: "het ging goed" };
  await cora.note("n1", { text: "het ging niet goed" });
  await all(cora, phone);
  await phone.note("n1", { text: "het ging heel goed" }, { over });
  const joined = phone.queue().map(({ merged }) => merged?.text?.theirs);
  await phone.note("n1", { deleted: true });

  expect(joined).toEqual(["het ging niet goed"]);
  expect(phone.queue()).toMatchObject([{ mutation: { set: { deleted: true } } }]);
  expect(JSON.stringify(phone.queue().map(({ merged }) => merged ?? {}))).toBe("[{}]");
});

test("words that came together from different places need no look", async () => {
  await phone.note("n1", { text: "nu ging het ging goed" });
  await cora.note("n1", { text: "het ging goed met Sanne" });
  await all(cora, phone, phone);

  expect(phone.store.meta.joined).toBeUndefined();
});

test("a scope that is taken away takes the mark and both texts along, also before they left", async () => {
  await phone.note("n1", { text: "het ging heel goed" });
  await cora.note("n1", { text: "het ging niet goed" });
  await all(cora);
  phone.wire = async (request, deliver) => {
    phone.wire = async () => ({ kind: "offline" });
    return deliver(request);
  };
  await all(phone);
  expect(phone.store.meta.joined).toEqual(["n1"]);

  await phone.store.transact({ ids: ["n1"], archive: true }, (slice) => {
    const desk = new Desk(slice);
    forget(desk, ["n1"]);
    return { changes: desk.changes(), result: null };
  });
  expect(phone.store.meta.joined).toBeUndefined();
  expect(phone.queue().filter(({ merged, baseFields }) => merged || baseFields)).toEqual([]);
});
