/** How far a device has read, where something comes between two pages. */
import { beforeEach, expect, test } from "vitest";
import type { Device } from "./testing/device";
import type { Server } from "./testing/server";
import { all, OWN, SHARED, three } from "./testing/three";
import type { Confirmed } from "./types";

let server: Server;
let phone: Device;
let cora: Device;

beforeEach(async () => {
  ({ server, phone, cora } = await three());
});

test("after too long an absence the scope is read anew, and what is no longer there is swept", async () => {
  await phone.note("n2", { text: "blijft" }, { scope: SHARED });
  await all(phone, cora);
  await phone.note("n1", {}, { scope: OWN });
  await all(phone);
  server.collect(SHARED);
  cora.limit = 1;
  await all(cora);

  expect([...cora.store.confirmed.keys()]).toEqual(["n2"]);
  expect(cora.store.meta.scopes[SHARED]).toMatchObject({ round: 2, sweeping: false });
});

test("a full reading that is cut off sweeps nothing yet", async () => {
  for (const id of ["n2", "n3", "n4"]) await phone.note(id, { text: id }, { scope: SHARED });
  await all(phone, cora);
  (cora.store.meta.scopes[SHARED] as { cursor: null }).cursor = null;
  cora.limit = 1;
  cora.wire = async (request, deliver) => {
    cora.wire = async () => ({ kind: "offline" });
    return deliver(request);
  };
  await all(cora);

  expect(cora.store.confirmed.size).toBe(4);
  expect(cora.store.meta.scopes[SHARED]).toMatchObject({ sweeping: true });
});

test("I2: what was to be read anew goes as well, when it may not be read any more by then", async () => {
  cora.store.confirmed.set("n9", { ...(cora.store.confirmed.get("n1") as Confirmed), id: "n9" });
  cora.wire = async (request, deliver) => {
    const answer = deliver(request);
    server.revoke("cora", SHARED);
    return answer;
  };
  await all(cora);

  expect(cora.told).toEqual([SHARED]); // its checksum differed
  expect(cora.store.confirmed.size).toBe(0);
  expect(cora.store.meta.scopes[SHARED]).toBeUndefined();
});
