import { beforeEach, expect, test, vi } from "vitest";
import { filesIn } from "../records/files";
import { BRAM, newDevice, newWindow, openFor, type Page, shown } from "./testing/device";

const SELF = `self:${BRAM}`;
const PHOTO = { type: "image/jpeg", what: "photo", thumb: "/9j/" } as const;
const VOICE = { type: "audio/webm", what: "voice", seconds: 6, consent: "self" } as const;

beforeEach(() => {
  newDevice();
  newWindow();
});

const some = (length: number, of = 7) => new Uint8Array(length).fill(of).buffer;

async function coach() {
  const page = await openFor(BRAM);
  await shown(page, "logboek");
  const id = page.write.create("logboek", SELF, { mood: 4 });
  await page.write.settled();
  const [verbs, recordings] = await Promise.all([import("./attach"), import("./recordings")]);
  return { ...page, ...verbs, recordings, id };
}

const named = (page: Page, id: string) => filesIn(page.live.one("logboek", id).value?.fields ?? {});

async function rows(page: Page) {
  return page.db.transact(["files", "pieces", "recordings", "slices"], "readonly", async (tx) => ({
    files: await tx.objectStore("files").getAll(),
    pieces: (await tx.objectStore("pieces").getAll()).map(({ index, data }) => [index, data.byteLength]),
    recordings: await tx.objectStore("recordings").getAll(),
    slices: (await tx.objectStore("slices").getAll()).length,
  }));
}

test("F11: a photo is in its logboek and on the disk in pieces", async () => {
  const page = await coach();
  await page.attach("logboek", page.id, PHOTO, some(600_000));

  const [file] = named(page, page.id);
  const kept = await rows(page);

  expect(file).toMatchObject({ ...PHOTO, bytes: 600_000, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(kept.files).toMatchObject([{ hash: file?.hash, records: [page.id], own: true, safeIn: null }]);
  expect(kept.pieces).toEqual([
    [0, 524_288],
    [1, 75_712],
  ]);
});

test("F103: a photo whose logboek was sent is still counted as only on this phone", async () => {
  const page = await coach();
  await page.attach("logboek", page.id, PHOTO, some(9));
  await page.db.transact(["outbox"], "readwrite", (tx) => tx.objectStore("outbox").clear());

  const again = await openFor(BRAM);

  expect(again.status.unsent.value).toBe(1);
  expect([page.status.wordsWait.value, again.status.wordsWait.value]).toEqual([true, false]);
});

test("F11: a disk that has no room says so, and the logboek names nothing that is not there", async () => {
  const page = await coach();
  const real = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === "pieces") throw new DOMException("full", "QuotaExceededError");
    return real.apply(this, args);
  });

  await expect(page.attach("logboek", page.id, PHOTO, some(9))).rejects.toThrow("full");
  vi.restoreAllMocks();
  expect(named(page, page.id)).toEqual([]);
  expect((await rows(page)).files).toEqual([]);
});

test("F11: what is taken out can be put back, and what nobody wants back goes after a while", async () => {
  const page = await coach();
  await page.attach("logboek", page.id, PHOTO, some(9));
  const [file] = named(page, page.id);
  if (!file) throw new Error("it is not there");
  const putBack = page.detach("logboek", page.id, file);
  await page.write.settled();
  const { sweep, waitingToGo } = await import("./uploading");
  await sweep(BRAM);
  const out = [named(page, page.id), (await waitingToGo(BRAM)).files, (await rows(page)).files.length];
  putBack();
  await page.write.settled();
  const back = [named(page, page.id).length, (await waitingToGo(BRAM)).files.length];
  page.detach("logboek", page.id, file);
  await page.write.settled();
  vi.setSystemTime(Date.now() + 2 * 3_600_000);
  await sweep(BRAM);
  vi.useRealTimers();

  expect(out).toEqual([[], [], 1]);
  expect(back).toEqual([1, 1]);
  expect(await rows(page)).toMatchObject({ files: [], pieces: [] });
});

test("F11: of a recording that was cut off every slice is there after a restart, and is kept as one file", async () => {
  const before = await coach();
  const recording = before.recordings.newRecording(before.id, "audio/webm", "self");
  for (const slice of [1, 2, 3]) void before.recordings.addSlice(recording, some(4, slice), slice * 2);
  await before.write.settled();

  const page = await openFor(BRAM);
  const { recorded } = await import("./recordings");
  const { attach } = await import("./attach");
  const [waiting] = page.files.recordings.value;
  const data = await recorded(waiting?.id ?? "");
  await shown(page, "logboek");
  const unsent = page.status.unsent.value;
  await attach("logboek", before.id, VOICE, data, waiting?.id);

  expect(waiting).toMatchObject({ record: before.id, slices: 3, seconds: 6, consent: "self" });
  expect([...new Uint8Array(data)]).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]);
  expect(unsent).toBe(1);
  expect(named(page, before.id)).toMatchObject([VOICE]);
  expect(await rows(page)).toMatchObject({ recordings: [], slices: 0 });
  expect(page.files.recordings.value).toEqual([]);
});

test("F106: signing out keeps a photo that was not sent, and a recording, for the same person", async () => {
  const page = await coach();
  await page.attach("logboek", page.id, PHOTO, some(9));
  const recording = page.recordings.newRecording(page.id, "audio/webm", "self");
  await page.recordings.addSlice(recording, some(4), 2);
  await page.db.transact(["outbox"], "readwrite", (tx) => tx.objectStore("outbox").clear());
  await page.session.signOut();

  expect([page.files.files.value.size, page.files.recordings.value]).toEqual([0, []]);

  const again = await openFor(BRAM);

  expect([...again.files.files.value.values()]).toMatchObject([{ records: [page.id] }]);
  expect(again.files.recordings.value).toMatchObject([{ id: recording.id }]);
  expect(await rows(again)).toMatchObject({ pieces: [[0, 9]], slices: 1 });
});

test("F106: a login that ends while somebody records, and nothing else waits, keeps what was recorded so far", async () => {
  const page = await openFor(BRAM);
  const recordings = await import("./recordings");
  const recording = recordings.newRecording("0198a1ff-0000-7000-8000-000000000005", "audio/webm", "self");
  await recordings.addSlice(recording, some(4), 2);
  await page.session.revoked();
  await recordings.finished(); // the microphone is let go when its page has left the screen

  const again = await openFor(BRAM);

  expect(again.files.recordings.value).toMatchObject([{ id: recording.id }]);
  expect(await rows(again)).toMatchObject({ slices: 1 });
});
