import { describe, expect, it } from "vitest";
import type { Comment, Review } from "../../records/reading";
import { receiptsOf } from "../../records/receipts";
import { flawOf, isUnread, type Logboek, linesFor, neighbour, nextUnread, said, shown, turnsOf } from "./review";

const logboek = (id: string, more: Partial<Logboek> = {}): Logboek => ({
  id,
  scope: "coaching:g1",
  author: "bram",
  rev: "g1.1",
  ...more,
  fields: { handed_in: `2026-11-${id.padStart(2, "0")}T15:00:00Z`, coaches: ["bram"], community: "c1", ...more.fields },
});
const receipt = (record: string, rev = "g1.1") => ({ id: `r${record}`, fields: { record, reader: "cora", rev } });
const review = (id: string, about: string, state: "thanks" | "question" | "done"): Review => ({
  id,
  author: "cora",
  fields: { logboek: about, state, text: "…" },
});
const comment = (id: string, about: string, author = "bram"): Comment => ({ id, author, fields: { about, text: "…" } });
const cora = { person: "cora", reviews: () => true };
const linesOf = (
  logboeken: readonly Logboek[],
  {
    read = [],
    reviews = [],
    comments = [],
  }: { read?: ReturnType<typeof receipt>[]; reviews?: Review[]; comments?: Comment[] } = {},
) => linesFor(logboeken, said(reviews, comments), receiptsOf(read, "cora"), cora);
const ids = (lines: readonly { entry: Logboek }[]) => lines.map(({ entry }) => entry.id);

describe("what is in the list", () => {
  it("F55 what was handed in and may be reviewed: no drafts, nothing of one's own, no other programme's", () => {
    const logboeken = [logboek("1"), logboek("2", { scope: "self:bram" }), logboek("3", { author: "cora" })];

    expect(ids(linesOf(logboeken))).toEqual(["1"]);
    expect(linesFor(logboeken, said([], []), new Map(), { person: "cora", reviews: () => false })).toEqual([]);
  });

  it("F57 unread first, and both parts newest first", () => {
    const lines = linesOf([logboek("1"), logboek("2"), logboek("3"), logboek("4")], {
      read: [receipt("4"), receipt("2")],
    });

    expect(ids(shown(lines, "all", new Set()))).toEqual(["3", "1", "4", "2"]);
    expect(ids(shown(lines, "unread", new Set()))).toEqual(["3", "1"]);
  });

  it("F57 what one has just read stays where it was while one reads on", () => {
    const lines = linesOf([logboek("1"), logboek("2")], { read: [receipt("2")] });

    expect(ids(shown(lines, "unread", new Set(["1", "2"])))).toEqual(["2", "1"]);
  });

  it("F61 changed after it was read is unread again", () => {
    const [line] = linesOf([logboek("1", { rev: "g1.9" })], { read: [receipt("1", "g1.1")] });

    expect(line?.reading).toBe("changed");
    expect(line && isUnread(line)).toBe(true);
  });

  it("F57 closed by a colleague before one read it: it asks for nothing any more", () => {
    const [line] = linesOf([logboek("1")], { reviews: [review("a", "1", "done")] });

    expect(line && isUnread(line)).toBe(false);
    expect(line?.waits).toBe(false);
  });
});

describe("who is to speak", () => {
  it("F57 nobody said anything yet, or the coach had the last word: it waits for an answer", () => {
    const logboeken = [logboek("1"), logboek("2"), logboek("3"), logboek("4")];
    const reviews = [review("a", "1", "thanks"), review("b", "2", "question"), review("c", "3", "question")];

    const lines = linesOf(logboeken, { reviews, comments: [comment("d", "3")] });

    expect(ids(shown(lines, "answer", new Set()))).toEqual(["4", "3"]);
    expect(lines.find(({ entry }) => entry.id === "3")?.answered).toBe(true);
    expect(lines.find(({ entry }) => entry.id === "2")?.asked?.id).toBe("b");
  });

  it("F56 a conversation is read in the order in which it was written", () => {
    const about = said(
      [review("a", "1", "question"), review("c", "1", "thanks")],
      [comment("b", "1"), comment("x", "9")],
    );

    expect(turnsOf(logboek("1"), about).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("F55 a question needs a text; a thank-you and finishing do not", () => {
    expect(flawOf("question", "  ")).toBe("empty");
    expect(flawOf("question", "Hoe kwam dat?")).toBeUndefined();
    expect(flawOf("thanks", "")).toBeUndefined();
    expect(flawOf("done", "")).toBeUndefined();
  });
});

describe("going through them", () => {
  const lines = linesOf([logboek("1"), logboek("2"), logboek("3")], { read: [receipt("2")] });

  it("F57 j and k go down and up, and stop at the ends", () => {
    expect(neighbour(lines, "3", 1)?.id).toBe("2");
    expect(neighbour(lines, "2", -1)?.id).toBe("3");
    expect(neighbour(lines, "1", 1)).toBeUndefined();
    expect(neighbour(lines, undefined, 1)?.id).toBe("3");
  });

  it("F57 n goes to the next unread, and round from the top when there is none below", () => {
    expect(nextUnread(lines, "3")?.id).toBe("1");
    expect(nextUnread(lines, "1")?.id).toBe("3");
    expect(nextUnread(lines, undefined)?.id).toBe("3");
  });

  it("F57 none left: n stays where it is", () => {
    expect(nextUnread(linesOf([logboek("1")], { read: [receipt("1")] }), "1")).toBeUndefined();
  });
});

describe("versions, and many", () => {
  it("F6 a new version follows the one that was reviewed, and that one is no longer unread", () => {
    const [before, after] = [logboek("1"), logboek("2", { fields: { version_of: "1" } })];

    const lines = linesOf([before, after]);

    expect(lines.find(({ entry }) => entry.id === "1")?.replaced).toBe(true);
    expect(ids(shown(lines, "unread", new Set()))).toEqual(["2"]);
  });

  it("F57 two thousand logboeken are put in order by looking at each answer a handful of times, not once a line", () => {
    const many = Array.from({ length: 2000 }, (_, n) => logboek(`${n + 1}`));
    let looks = 0;
    const counted = <T extends object>(row: T): T =>
      new Proxy(row, {
        get: (target, name) => {
          looks += 1;
          return Reflect.get(target, name);
        },
      });
    const reviews = many.map(({ id }) => counted(review(`r${id}`, id, "thanks")));

    const lines = shown(
      linesOf(many, { reviews, read: many.slice(1000).map(({ id }) => receipt(id)) }),
      "all",
      new Set(),
    );

    expect(lines).toHaveLength(2000);
    expect(looks / reviews.length).toBeLessThan(50);
  });
});
