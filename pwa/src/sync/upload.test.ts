import { beforeEach, expect, test, vi } from "vitest";
import { spread } from "../net/bytes";
import { filesIn } from "../records/files";
import { BRAM, newDevice, newWindow, openFor, type Page, shown } from "../store/testing/device";
import { fakeFiles } from "./fake-files";
import { type FakeServer, fakeServer } from "./fake-server";

const PIECE = 524_288;
const JSON_TYPE = { "content-type": "application/json" };
const PHOTO = { type: "image/jpeg", what: "photo" } as const;
let server: FakeServer;

beforeEach(() => {
  newDevice();
  newWindow();
  server = fakeServer(BRAM);
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => server.fetch(path, init));
  vi.stubGlobal("navigator", { onLine: true, userAgent: "" });
});

/** A photo in a logboek that has arrived: only its bytes are still to go. */
async function withPhoto(bytes: number) {
  const page = await openFor(BRAM);
  await shown(page, "logboek");
  const id = page.write.create("logboek", `self:${BRAM}`, { mood: 4 });
  const [verbs, { uploadAll }] = await Promise.all([import("../store/attach"), import("./upload")]);
  const data = new Uint8Array(bytes).fill(1).buffer;
  await verbs.attach("logboek", id, PHOTO, data);
  await arrived(page);
  await page.db.transact(["meta"], "readwrite", async (tx) => {
    const { freshMeta } = await import("../store/meta");
    await tx.objectStore("meta").put({ ...freshMeta(BRAM), gen: "g1" }, "engine");
  });
  const [file] = [...page.files.files.value.values()];
  const upload = () => uploadAll(BRAM, page.files.tell);
  const state = () => [...page.files.files.value.values()][0];
  return { page, id, upload, hash: file?.hash ?? "", state, data, ...verbs };
}

/** The server has heard of every record. */
const arrived = (page: Page) =>
  page.db.transact(["outbox"], "readwrite", async (tx) => tx.objectStore("outbox").clear());

/** As an answer does it that names the record in `erased`. */
async function erased(page: Page, id: string): Promise<void> {
  const { purgeFiles } = await import("../store/file-purge");
  const changes = { confirmed: { put: [], remove: [id] }, drafts: { put: [], remove: [id] }, meta: { gen: "g1" } };
  await page.db.transact(["files", "pieces", "recordings"], "readwrite", (tx) => purgeFiles(tx, changes as never));
}

const sent = () =>
  server.paths.filter((path) => path.startsWith("PUT")).map((path) => path.replace(/.*\/(\d+)\?/, "$1 "));

test("F11: a file goes in pieces, and is safe when all are there", async () => {
  const { upload, hash, state } = await withPhoto(2 * PIECE + 1);
  const failure = await upload();

  expect(failure).toBeUndefined();
  expect(sent()).toEqual(["0 of=3", "1 of=3", "2 of=3"]);
  expect(server.files.pieces.get(hash)?.get(2)?.byteLength).toBe(1);
  expect(state()?.safeIn).toBe("g1");
});

test("F11: an upload that broke off goes on with the missing pieces only", async () => {
  const { upload, state } = await withPhoto(4 * PIECE);
  const real = server.fetch;
  server.fetch = (path, init) => {
    if (sent().length >= 2) server.mood = "offline";
    return real(path, init);
  };
  const broke = await upload();
  const before = state()?.safeIn;
  server.fetch = real;
  server.mood = "well";
  server.paths.length = 0;
  await upload();

  expect([broke, before]).toEqual(["offline", null]);
  expect(sent()).toEqual(["2 of=4", "3 of=4"]);
  expect(state()?.safeIn).toBe("g1");
});

test("F11: whatever else answers 200 on the way, as the page of a train's network does, has no file of ours", async () => {
  const { upload, hash, state } = await withPhoto(9);
  const real = server.fetch;
  server.fetch = async (path, init) =>
    init?.method === "HEAD" ? new Response(null, { headers: { "content-type": "text/html" } }) : real(path, init);
  const broke = await upload();
  const before = state()?.safeIn;
  server.fetch = real;
  await upload();

  expect([broke, before]).toEqual(["offline", null]);
  expect(server.files.pieces.has(hash)).toBe(true);
  expect(state()?.safeIn).toBe("g1");
});

test.each([204, 200])(
  "F11: pieces that somebody on the way answers with %i, as our server does, have not arrived",
  async (status) => {
    const { upload, state } = await withPhoto(2 * PIECE);
    const real = server.fetch;
    server.fetch = async (path, init) =>
      init?.method === "PUT"
        ? new Response(status === 200 ? "{}" : null, { status, headers: JSON_TYPE })
        : real(path, init);
    const broke = await upload();
    const before = state()?.safeIn;
    server.fetch = real;
    await upload();

    expect([broke, before]).toEqual(["offline", null]);
    expect(sent()).toEqual(["0 of=2", "1 of=2"]);
    expect(state()?.safeIn).toBe("g1");
  },
);

test("F11: a photo is safe when the record that names it has arrived too: the server lets go of what no record names", async () => {
  const { page, id, upload, hash, state, data, attach } = await withPhoto(9);
  await upload();
  const other = page.write.create("logboek", `self:${BRAM}`, { mood: 2 });
  await attach("logboek", other, PHOTO, data);
  await upload();
  const unheard = state()?.safeIn;
  server.files.pieces.delete(hash); // the first one was erased, and its files with it
  await erased(page, id);
  await arrived(page);
  await upload();

  expect(unheard).toBeNull();
  expect(server.files.pieces.get(hash)?.size).toBe(1);
  expect(state()).toMatchObject({ records: [other], safeIn: "g1" });
});

test("F11: a photo that a record comes to name while it goes is asked for again when that has arrived", async () => {
  const { page, upload, state, data, attach } = await withPhoto(9);
  const other = page.write.create("logboek", `self:${BRAM}`, { mood: 2 });
  const real = server.fetch;
  server.fetch = async (path, init) => {
    if (init?.method === "PUT") await attach("logboek", other, PHOTO, data);
    return real(path, init);
  };
  await upload();
  const before = state()?.safeIn;
  await arrived(page);
  await upload();

  expect([before, state()?.safeIn]).toEqual([null, "g1"]);
});

test("F11: a photo that was taken out and put back is asked for again: the server may have let go of it", async () => {
  const { page, id, upload, hash, state, detach } = await withPhoto(9);
  await upload();
  const [file] = filesIn(page.live.one("logboek", id).value?.fields ?? {});
  if (file) detach("logboek", id, file)();
  await page.write.settled();
  await arrived(page);
  server.files.pieces.delete(hash);
  await upload();

  expect(server.files.pieces.get(hash)?.size).toBe(1);
  expect(state()).toMatchObject({ records: [id], safeIn: "g1" });
});

test.each(["quota", "type_wrong"])(
  "F11: a file that the server refuses (%s) stays here with the reason, and is not tried again",
  async (code) => {
    const { upload, state } = await withPhoto(9);
    server.files.refuses = code;
    const failure = await upload();
    server.paths.length = 0;
    await upload();

    expect(failure).toBeUndefined();
    expect(state()).toMatchObject({ refused: code, safeIn: null });
    expect(server.paths).toEqual([]);
  },
);

test("F11: a file that arrived spoilt is brought once more, whole, before anybody is told", async () => {
  const { upload, state } = await withPhoto(2 * PIECE);
  server.files.spoils = 1;
  const failure = await upload();

  expect(failure).toBeUndefined();
  expect(sent()).toEqual(["0 of=2", "1 of=2", "0 of=2", "1 of=2"]);
  expect(state()).toMatchObject({ safeIn: "g1" });
  expect(state()).not.toHaveProperty("refused");
});

test("F11: a file that arrives spoilt twice stays here with the reason", async () => {
  const { upload, state } = await withPhoto(9);
  server.files.spoils = 2;
  await upload();

  expect(sent()).toHaveLength(2);
  expect(state()).toMatchObject({ refused: "hash_wrong", safeIn: null });
});

test("a server that was restored is asked again whether it has the file", async () => {
  const { page, upload, state } = await withPhoto(9);
  await upload();
  server.files = fakeFiles();
  await page.db.transact(["meta"], "readwrite", async (tx) => {
    const { freshMeta } = await import("../store/meta");
    await tx.objectStore("meta").put({ ...freshMeta(BRAM), gen: "g2" }, "engine");
  });
  await upload();

  expect(server.files.pieces.size).toBe(1);
  expect(state()?.safeIn).toBe("g2");
});

test("a login that ended stops the uploads until the records have said so", async () => {
  const { upload } = await withPhoto(9);
  server.mood = "signed out";

  expect(await upload()).toBe("signed_out");
  expect(sent()).toEqual([]);
});

test("the missing pieces are read from their ranges", () => {
  expect(spread("0,3-7")).toEqual([0, 3, 4, 5, 6, 7]);
});
