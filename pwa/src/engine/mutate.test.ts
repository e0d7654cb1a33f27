import { beforeEach, expect, test } from "vitest";
import { delayAfter } from "./backoff";
import { fold } from "./fold";
import type { Intent } from "./mutate";
import { placeOf } from "./overlay";
import { prune } from "./prune";
import { purgeOthers } from "./purge";
import { sync } from "./run";
import { Device, RULES } from "./testing/device";
import { Server } from "./testing/server";

const OWN = "self:bram";
const SHARED = "coaching:1";

let server: Server;
let phone: Device;

beforeEach(() => {
  server = new Server();
  server.grant("bram", OWN, SHARED);
  phone = new Device("bram", server);
});

const mutations = () => phone.queue().map((row) => row.mutation);
const here = (row: { base?: unknown; set: unknown; scope?: string } | undefined) =>
  row && [row.base, row.set, row.scope];

test("what was never sent grows, so that a page of typing is one mutation", async () => {
  await phone.note("n1", { text: "h" }, { scope: OWN });
  await phone.note("n1", { text: "het" });
  await phone.note("n1", { title: "t" });

  expect(mutations().map(here)).toEqual([[undefined, { text: "het", title: "t" }, OWN]]);
});

test("the base is the confirmed revision, or one's own mutation that is under way", async () => {
  await phone.note("n1", { text: "a" }, { scope: OWN });
  await sync(phone, RULES);
  await phone.note("n1", { text: "b" });
  expect(mutations().map(here)).toEqual([[{ rev: "g1.1" }, { text: "b" }, undefined]]);

  phone.wire = async () => ({ kind: "offline" });
  await sync(phone, RULES);
  await phone.note("n1", { text: "c" });
  expect(here(mutations()[1])).toEqual([{ mid: phone.queue()[0]?.mid }, { text: "c" }, undefined]);
  expect(phone.queue().map((row) => row.baseFields)).toEqual([{ text: "a" }, { text: "b" }]);
});

test("what changes nothing is no mutation", async () => {
  await phone.note("n1", { text: "a", tags: ["x"] }, { scope: OWN });
  await sync(phone, RULES);
  await phone.note("n1", { text: "a", tags: ["x"], title: null });
  await phone.note("n1", {}, { scope: OWN });

  expect(mutations()).toEqual([]);
});

test("made and deleted before it left is told to nobody", async () => {
  await phone.note("n1", { text: "a" }, { scope: OWN });
  await phone.note("n1", { deleted: true });

  expect(mutations()).toEqual([]);
});

test("what is made and handed in before it left goes in two steps: it may be moved there, but not made there", async () => {
  await phone.note("n1", { text: "a" }, { scope: OWN });
  await phone.note("n1", { text: "b" });
  await phone.note("n1", { title: "t" }, { scope: SHARED });
  await phone.note("n1", { text: "c" });

  const [made] = mutations();
  expect(mutations().map(here)).toEqual([
    [undefined, { text: "b" }, OWN],
    [{ mid: made?.mid }, { title: "t", text: "c" }, SHARED],
  ]);
});

test("moved there and back before it left is told to nobody", async () => {
  await phone.note("n1", { text: "a" }, { scope: OWN });
  await sync(phone, RULES);
  await phone.note("n1", {}, { scope: SHARED });
  expect(mutations().map(here)).toEqual([[{ rev: "g1.1" }, {}, SHARED]]);
  await phone.note("n1", {}, { scope: OWN });

  expect(mutations()).toEqual([]);
});

test("a creation and its move stay two steps: what may be handed in somewhere may not be made there", async () => {
  await phone.note("n1", { text: "a" }, { scope: OWN });
  await phone.note("n1", { text: "ab" }, { scope: SHARED });
  const [made, moved] = mutations();

  expect(here(made)).toEqual([undefined, { text: "a" }, OWN]);
  expect(here(moved)).toEqual([{ mid: made?.mid }, { text: "ab" }, SHARED]);
  await sync(phone, RULES);
  expect(phone.shows("n1")).toMatchObject({ scope: SHARED, fields: { text: "ab" }, here: false });
});

test.each<[string, Partial<Intent>]>([
  ["deleted", { set: { deleted: true } }],
  ["shared", { scope: SHARED }],
  ["replaced", { set: { title: "mine" }, over: { title: null } }],
])("what came in after somebody looked is not %s by them: the server judges it by what they saw", async (_, act) => {
  await phone.note("n1", { text: "a" }, { scope: OWN });
  await sync(phone, RULES);
  await phone.note("n1", { title: "theirs" });
  await sync(phone, RULES);
  await phone.note("n1", {}, { ...act, base: { rev: "g1.1" } });

  expect(mutations().map(({ base }) => base)).toEqual([{ rev: "g1.1" }]);
});

test("what was typed over what came in is joined with it, and stands on it", async () => {
  await phone.note("n1", { text: "a" }, { scope: OWN });
  await sync(phone, RULES);
  await phone.note("n1", { text: "a theirs" });
  await sync(phone, RULES);
  await phone.note("n1", { text: "mine a" }, { over: { text: "a" }, base: { rev: "g1.1" } });

  expect(mutations().map(here)).toEqual([[{ rev: "g1.2" }, { text: "mine a theirs" }, undefined]]);
});

test.each([
  ["before it left", null],
  ["when nothing is known any more of what lay beneath", "gone"],
])(
  "words of two pages are both kept where the login ended and their record has left: typed over what stood there %s",
  async (_, gone) => {
    await phone.note("n1", { text: "begin" }, { scope: SHARED });
    await sync(phone, RULES);
    await phone.note("n1", { text: "begin hier" });
    await purgeOthers(phone.store);
    await phone.note("n1", { text: "daar begin" }, { over: { text: gone ? null : "begin" } });

    expect(mutations()).toHaveLength(1);
    expect(mutations()[0]?.set.text).toContain("hier");
    expect(mutations()[0]?.set.text).toContain("daar");
    expect(phone.queue()[0]).toMatchObject({ baseFields: null, added: {} });
  },
);

test("a deletion does not go along with what was folded out of sight", async () => {
  await phone.note("n1", { text: "a" }, { scope: OWN });
  await sync(phone, RULES);
  await phone.note("n1", { text: "folded" });
  await phone.note("n1", { deleted: true }, { base: { mid: "that was under way" } });

  expect(mutations().map(here)).toEqual([
    [{ rev: "g1.1" }, { text: "folded" }, undefined],
    [{ mid: "that was under way" }, { deleted: true }, undefined],
  ]);
});

test("where nothing came in, what was seen changes nothing", async () => {
  await phone.note("n1", { text: "a" }, { scope: OWN });
  await sync(phone, RULES);
  await phone.write({ id: "n1", kind: "note", set: { text: "b" }, base: { rev: "g1.1" } });
  await phone.write({ id: "n1", kind: "note", set: { deleted: true }, base: { rev: "g1.1" } });

  expect(mutations().map(here)).toEqual([[{ rev: "g1.1" }, { deleted: true }, undefined]]);
});

test("a deletion takes the waiting words with it, and writing again is a step of its own", async () => {
  await phone.note("n1", { text: "a" }, { scope: OWN });
  await sync(phone, RULES);
  await phone.note("n1", { text: "b" });
  await phone.note("n1", { deleted: true });
  expect(mutations().map(here)).toEqual([[{ rev: "g1.1" }, { deleted: true }, undefined]]);
  await phone.note("n1", { text: "c" });
  await sync(phone, RULES);

  expect(phone.shows("n1")?.fields).toEqual({ text: "c" });
});

test("words typed over an older text are joined with what came meanwhile", async () => {
  await phone.note("n1", { text: "het ging goed" }, { scope: OWN });
  await phone.note("n1", { text: "het ging heel goed" });
  await phone.note("n1", { text: "het ging goed met Sanne" }, { over: { text: "het ging goed" } });
  expect(phone.shows("n1")?.fields.text).toBe("het ging heel goed met Sanne");
  await phone.note("n1", { text: "het ging goed" }, { over: { text: "het ging goed" } });

  expect(phone.shows("n1")?.fields.text).toBe("het ging heel goed met Sanne");
});

test("a key that was written first over nothing keeps nothing as its base", async () => {
  await phone.note("n1", { text: "a" }, { scope: OWN });
  await sync(phone, RULES);
  await phone.note("n1", { tags: ["x"] });
  await phone.note("n1", { tags: ["x", "y"] });

  expect(phone.queue()[0]?.baseFields).toEqual({});
});

test("half a character and U+0000 are mended before they are kept", async () => {
  await phone.note("n1", { text: "a\uD83Db\0c", tags: ["\uDE00", "😀"] }, { scope: OWN });

  expect(phone.shows("n1")?.fields).toEqual({ text: "a\uFFFDbc", tags: ["\uFFFD", "😀"] });
});

test("a child is shown where its parent lies, if both have the same author", async () => {
  await phone.note("n1", {}, { scope: SHARED, set: { text: "doel" } });
  await phone.write({ id: "s1", kind: "step", set: { note: "n1" }, scope: OWN });
  const [parent, child] = [phone.shows("n1"), phone.shows("s1")];
  if (!child || !parent) throw new Error("not shown");

  expect(placeOf(child, parent)).toBe(SHARED);
  expect(placeOf(child, { ...parent, author: "sanne" })).toBe(OWN);
  expect(placeOf(child, null)).toBe(OWN);
});

test("a family of keys merges as its schema says", async () => {
  await phone.note("n1", { "part.a": "een twee" }, { scope: OWN });
  await phone.note("n1", { "part.a": "een twee drie" });
  const rows = phone.queue().map((row) => ({ ...row, baseFields: { "part.a": "een twee" } }));

  expect(fold({ "part.a": "nul een twee" }, rows, RULES)).toEqual({
    set: { "part.a": "nul een twee drie" },
    open: [],
    sides: {},
  });
});

test("the sent-box is kept for thirty days by the server's clock", async () => {
  await phone.note("n1", { text: "a" }, { scope: OWN });
  await sync(phone, RULES);
  phone.time += 1e12;
  await prune(phone.store);
  expect(phone.store.sent.size).toBe(1);
  server.now += 31 * 86_400_000;
  await sync(phone, RULES);
  await prune(phone.store);

  expect(phone.store.sent.size).toBe(0);
});

test("waiting after a failure grows from a second to five minutes and never coincides", () => {
  expect([0, 1, 5, 50].map((failures) => delayAfter(failures, 0.99))).toEqual([1000, 1990, 31_840, 298_500]);
  expect(delayAfter(50, 0)).toBe(150_000);
  expect(delayAfter(0, 0)).toBe(1000);
});
