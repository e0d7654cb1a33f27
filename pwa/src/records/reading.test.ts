import { describe, expect, it } from "vitest";
import { type Comment, type Entry, isDone, openQuestion, type Review, readership, thread, versionsOf } from "./reading";

const entry = (id: string, more: Partial<Entry["fields"]> = {}, scope = "coaching:g1"): Entry => ({
  id,
  scope,
  author: "bram",
  fields: { handed_in: "2026-11-24T15:31:00Z", coaches: ["bram"], ...more },
});
const review = (id: string, state: "thanks" | "question" | "done", text = ""): Review => ({
  id,
  author: "cora",
  fields: { logboek: "l1", state, text },
});
const comment = (id: string, author: string): Comment => ({ id, author, fields: { about: "l1", text: "Ja" } });

describe("who reads it", () => {
  it("F103 only me, handed in, then read by name: words that say nothing of where it is", () => {
    const receipts = [{ fields: { record: "l1", reader: "cora", at: "2026-11-24T15:42:00Z" } }];

    expect(readership(entry("l1", {}, "self:bram"), receipts)).toEqual({ state: "only_me" });
    expect(readership(entry("l1"), [])).toEqual({ state: "handed_in", at: "2026-11-24T15:31:00Z" });
    expect(readership(entry("l1"), receipts)).toEqual({
      state: "read",
      by: [{ reader: "cora", at: "2026-11-24T15:42:00Z" }],
    });
  });

  it("F61 a coach who opened it is no reader", () => {
    expect(readership(entry("l1"), [{ fields: { record: "l1", reader: "bram" } }]).state).toBe("handed_in");
  });
});

describe("the conversation", () => {
  it("F56 reviews and replies in order of time", () => {
    const turns = thread(entry("l1"), [review("3", "thanks"), review("1", "question", "Hoe?")], [comment("2", "bram")]);

    expect(turns.map(({ id }) => id)).toEqual(["1", "2", "3"]);
  });

  it("a question is open until one of the writers answers, or it is marked done", () => {
    const turns = (reviews: Review[], comments: Comment[] = []) =>
      openQuestion(entry("l1"), thread(entry("l1"), reviews, comments));

    expect(turns([review("1", "question", "Hoe?")])?.id).toBe("1");
    expect(turns([review("1", "question", "Hoe?")], [comment("2", "senna")])?.id).toBe("1");
    expect(turns([review("1", "question", "Hoe?")], [comment("2", "bram")])).toBeUndefined();
    expect(turns([review("1", "question", "Hoe?"), review("2", "done")])).toBeUndefined();
    expect(turns([review("1", "thanks")])).toBeUndefined();
  });
});

describe("versions", () => {
  it("F6 it may be changed until a review is done", () => {
    expect(isDone(entry("l1"), [review("1", "thanks"), review("2", "question", "Hoe?")])).toBe(false);
    expect(isDone(entry("l1"), [review("3", "done")])).toBe(true);
  });

  it("F6 old and new are both found, whichever one looks at", () => {
    const all = [entry("l1"), entry("l2", { version_of: "l1" }), entry("l3", { version_of: "l2" }), entry("other")];

    for (const one of all.slice(0, 3)) expect(versionsOf(one, all).map(({ id }) => id)).toEqual(["l1", "l2", "l3"]);
  });

  it("versions that name each other in a ring end", () => {
    const ring = [entry("l1", { version_of: "l2" }), entry("l2", { version_of: "l1" })];

    expect(versionsOf(ring[0] as Entry, ring)).toHaveLength(2);
  });
});
