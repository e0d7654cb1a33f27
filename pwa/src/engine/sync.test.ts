/** What SYNC.md §4 promises of the client, one sentence a test, against the small server. */
import { beforeEach, expect, test } from "vitest";
import { checksum } from "./checksum";
import { purgeOthers } from "./purge";
import { sync } from "./run";
import { type Device, RULES } from "./testing/device";
import type { Server } from "./testing/server";
import { all, OWN, SHARED, three } from "./testing/three";
import type { Confirmed, Request } from "./types";

const DAY = 86_400_000;

let server: Server;
let phone: Device;
let laptop: Device;
let cora: Device;

beforeEach(async () => {
  ({ server, phone, laptop, cora } = await three());
});

const text = (device: Device, id = "n1") => device.shows(id)?.fields.text;

test("what one writes, the other reads", () => {
  expect(text(cora)).toBe("het ging goed");
  expect(phone.shows("n1")?.here).toBe(false);
  expect([...phone.store.sent.values()].map((row) => row.status)).toEqual(["ok"]);
});

test("two who type in the same place offline both keep their words on every screen", async () => {
  await phone.note("n1", { text: "het ging heel goed" });
  await cora.note("n1", { text: "het ging niet goed" });
  await all(cora, phone);
  expect(text(phone)).toBe("het ging niet heel goed");
  await all(phone, cora, laptop);

  for (const device of [phone, laptop, cora]) expect(text(device)).toBe("het ging niet heel goed");
  expect(server.data.records.get("n1")?.siblings).toEqual([]);
});

test("between the conflict and its resolution no typed word leaves the screen, and what is typed meanwhile joins in", async () => {
  await phone.note("n1", { text: "het ging heel goed" });
  await cora.note("n1", { text: "het ging niet goed" });
  await all(cora);
  phone.wire = async (request, deliver) => {
    phone.wire = async () => ({ kind: "offline" });
    const answer = deliver(request);
    await phone.note("n1", { text: "het ging heel goed met Sanne" });
    return answer;
  };
  await all(phone);

  expect(text(phone)).toBe("het ging niet heel goed met Sanne");
  expect(phone.shows("n1")).toMatchObject({ here: true });
  expect(phone.store.meta.joined).toEqual(["n1"]);
  expect(phone.queue()).toHaveLength(1);
});

test("where only a person can choose, the server's value stays and the other waits beside it", async () => {
  await phone.note("n1", { title: "van Bram", text: "het ging heel goed" });
  await cora.note("n1", { title: "van Cora", text: "het ging niet goed" });
  await all(cora, phone, phone);

  expect(phone.shows("n1")?.fields).toMatchObject({ title: "van Cora", text: "het ging niet heel goed" });
  expect(phone.shows("n1")?.siblings.map((sibling) => sibling.set.title)).toEqual(["van Bram"]);
  const mid = phone.shows("n1")?.siblings[0]?.mid as string;
  await phone.note("n1", { title: "van Bram" }, { resolves: [mid] });
  await all(phone);
  expect(phone.shows("n1")).toMatchObject({ fields: { title: "van Bram" }, siblings: [] });
});

test("an answer that was overtaken is thrown away whole", async () => {
  await phone.note("n1", { text: "eerst" });
  let late: ReturnType<Server["sync"]> | undefined;
  phone.wire = async (request, deliver) => {
    late = deliver(request);
    return { kind: "offline" };
  };
  await all(phone);
  phone.wire = async (request, deliver) => deliver(request);
  await all(phone);
  await cora.note("n1", { text: "later" });
  await all(cora, phone);
  phone.wire = async () => late as never;
  await all(phone);

  expect(text(phone)).toBe(text(cora));
});

test("a captive portal that says 200 changes nothing", async () => {
  await phone.note("n1", { text: "hier" });
  phone.wire = async () => "<html>Sign in</html>" as never;
  const report = await sync(phone, RULES);

  expect(report).toMatchObject({ failure: "offline", waiting: 1 });
});

test("a record that moves to another scope one reads never leaves, whatever page tells first", async () => {
  server.grant("bram", "aaa:1");
  server.grant("cora", "aaa:1", "zzz:1");
  server.grant("bram", "zzz:1");
  for (const scope of ["aaa:1", "zzz:1", SHARED]) {
    await phone.note("n1", {}, { scope });
    await all(phone);
    cora.limit = 1;
    const seen: unknown[] = [];
    cora.wire = async (request, deliver) => {
      seen.push(text(cora));
      return deliver(request);
    };
    await all(cora);
    expect(new Set([...seen, text(cora)])).toEqual(new Set(["het ging goed"]));
    expect(cora.shows("n1")?.scope).toBe(scope);
  }
});

test("what was taken back leaves the other device, with what was acknowledged over it; their own waiting words do not", async () => {
  await cora.note("n1", { text: "het ging goed zegt Cora" });
  await all(cora, phone);
  await cora.note("n1", { text: "het ging goed zegt Cora nog eens" });
  await phone.note("n1", { text: "mijn geheim" });
  await phone.note("n1", {}, { scope: OWN });
  await all(phone, cora);

  expect(JSON.stringify([...cora.store.confirmed.values(), ...cora.store.sent.values()])).not.toMatch(/geheim|ging/);
  expect([...cora.store.held.values()]).toMatchObject([
    { reason: "forbidden", here: false, added: { text: "nog eens" } },
  ]);
  expect(cora.store.draftsUnbased).toContain("n1");
});

test("a scope that is taken away is purged at once, and what was written in it ends as held", async () => {
  await cora.note("n1", { text: "het ging goed zegt Cora" });
  server.revoke("cora", SHARED);
  cora.wire = async (request, deliver) => {
    cora.wire = async () => ({ kind: "offline" });
    const answer = deliver({ ...request, mutations: [] });
    return answer;
  };
  await all(cora);
  expect(cora.store.confirmed.size).toBe(0);
  expect(cora.queue()).toMatchObject([{ baseFields: null, added: { text: "zegt Cora" } }]);
  cora.wire = async (request, deliver) => deliver(request);
  await all(cora);

  expect(cora.queue()).toEqual([]);
  expect([...cora.store.held.values()]).toMatchObject([{ reason: "forbidden", added: { text: "zegt Cora" } }]);
});

test("a checksum that differs reads the scope anew once, then at most daily, and tells the server", async () => {
  cora.store.confirmed.set("ghost", { ...(cora.store.confirmed.get("n1") as Confirmed), id: "ghost" });
  await all(cora);
  expect(cora.store.confirmed.has("ghost")).toBe(false);
  expect(cora.told).toEqual([SHARED]);

  cora.store.confirmed.set("ghost", { ...(cora.store.confirmed.get("n1") as Confirmed), id: "ghost" });
  await all(cora, cora);
  expect(cora.store.confirmed.has("ghost")).toBe(true);
  cora.time += DAY;
  await all(cora, cora);
  expect(cora.store.confirmed.has("ghost")).toBe(false);
});

test("after a restore every device hands in again what the server may have lost, oldest first", async () => {
  const backup = server.backup();
  await phone.note("n1", { text: "het ging heel goed" });
  await all(phone);
  await phone.note("n2", { text: "nieuw" }, { scope: SHARED });
  await all(phone, cora);
  await cora.note("n1", { text: "het ging heel goed zegt Cora" });
  await all(cora, phone);
  server.restore(backup);
  await phone.note("n3", { text: "daarna" }, { scope: OWN });
  phone.asked = [];
  await all(phone, cora, phone, cora, phone);

  const replayed = phone.asked[1]?.mutations.map((mutation) => [mutation.id, mutation.replay]);
  expect(replayed).toEqual([
    ["n1", true],
    ["n1", true],
    ["n2", true],
    ["n3", true],
  ]);
  expect(text(phone)).toBe("het ging heel goed zegt Cora");
  expect(text(cora)).toBe(text(phone));
  expect([text(cora, "n2"), text(phone, "n3")]).toEqual(["nieuw", "daarna"]);
  for (const device of [phone, cora]) expect(device.queue()).toEqual([]);
});

test("what was taken back stays taken back after a restore", async () => {
  const backup = server.backup();
  await phone.note("n1", {}, { scope: OWN });
  await all(phone, cora);
  expect(text(cora)).toBeUndefined();
  server.restore(backup);
  await all(phone, cora, phone, cora);

  expect(server.data.records.get("n1")?.scope).toBe(OWN);
  expect(text(cora)).toBeUndefined();
});

test("an erased record leaves no word in any store", async () => {
  await cora.note("n1", { text: "het ging goed zegt Cora" });
  await all(cora);
  await cora.note("n1", { text: "het ging goed zegt Cora weer" });
  server.erase("n1");
  await all(cora);

  const { confirmed, outbox, sent, held } = cora.store;
  expect(
    JSON.stringify([[...confirmed.values()], [...outbox.values()], [...sent.values()], [...held.values()]]),
  ).not.toContain("Cora");
  expect(cora.store.draftsLost).toContain("n1");
});

test("nor one in which somebody went on writing after the mark of it had come by", async () => {
  server.erase("n1");
  cora.wire = async (request, deliver) => ({ ...(await deliver(request)), erased: [] }) as never;
  await cora.note("n1", { text: "het ging goed zegt Cora" });
  await all(cora);

  const { confirmed, outbox, sent, held } = cora.store;
  expect([confirmed.size, outbox.size, sent.size, held.size]).toEqual([0, 0, 0, 0]);
  expect(cora.store.draftsLost).toContain("n1");
});

test("sharing what others have written in meanwhile is stopped, reported, and nothing is lost", async () => {
  await phone.note("n2", { text: "van mij" }, { scope: OWN });
  await all(phone, laptop);
  await laptop.note("n2", { text: "van mij op de laptop" });
  await all(laptop);
  await phone.note("n2", { text: "van mij alleen" }, { scope: SHARED });
  const report = await sync(phone, RULES);

  expect(report?.unshared).toEqual(["n2"]);
  expect(phone.shows("n2")?.scope).toBe(OWN);
  expect(text(phone, "n2")).toBe("van mij op de laptop alleen");
  expect(server.data.records.get("n2")?.scope).toBe(OWN);
});

test("a login that was ended keeps one's own and purges what others wrote, also from an answer under way", async () => {
  await cora.note("own", { text: "van Cora zelf" }, { scope: "self:cora" });
  await all(cora);
  await cora.note("n1", { text: "het ging goed zegt Cora" });
  const late = server.sync("cora", { ...(cora.asked.at(-1) as Request), n: cora.store.meta.n, cursors: {} });
  await purgeOthers(cora.store);
  cora.wire = async () => late;
  await all(cora);

  expect([...cora.store.confirmed.keys()]).toEqual(["own"]);
  expect(cora.queue()).toMatchObject([{ id: "n1", baseFields: null }]);
  expect(JSON.stringify([...cora.store.sent.values()])).not.toContain("ging");
});

test("the lease is counted on the device's own clock, however wrong it is", async () => {
  phone.time = Date.UTC(2036, 0, 1);
  await all(phone);

  expect(phone.store.meta.leaseUntil).toBe(phone.time + 14 * DAY);
});

test("I2: an answer that comes in when the clock has been set back lends for two weeks by the clock of now", async () => {
  phone.wire = async (request, deliver) => {
    const answer = deliver(request);
    phone.time -= 3650 * DAY;
    return answer;
  };
  await all(phone);

  expect(phone.store.meta.leaseUntil).toBe(phone.time + 14 * DAY);
});

test("I2: an answer that a sleeping phone reads weeks later lends nothing any more", async () => {
  phone.wire = async (request, deliver) => {
    const answer = deliver(request);
    phone.time += 30 * DAY;
    return answer;
  };
  const asked = phone.time;
  await all(phone);

  expect([phone.store.meta.leaseUntil, phone.store.meta.contact]).toEqual([asked + 14 * DAY, asked]);
});

test("devices of people with the same rights hold the same, and the checksums agree", async () => {
  await all(phone, laptop);
  const sums = [phone, laptop].map((device) => checksum(device.store.confirmed.values()));

  expect(sums[0]).toEqual(sums[1]);
  expect([...phone.told, ...laptop.told]).toEqual([]);
});
