import { describe, expect, it } from "vitest";
import { backTo, entries, shortened } from "./history";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 18, minute)).toISOString();
const revision = (minute: number, set: object, more: object = {}) =>
  ({
    rev: `g1.${minute}`,
    mid: `${minute}`,
    author: "bram",
    at: at(minute),
    received_at: at(59),
    set,
    outcome: "ok",
    ...more,
  }) as never;

describe("the history of a record", () => {
  it("tells the newest first, and what changed in each", () => {
    const all = entries([revision(0, { depth: "Het ging" }), revision(45, { depth: "Het ging goed", mood: 4 })]);

    expect(all.map(({ changes }) => changes)).toEqual([
      [
        { key: "depth", before: "Het ging", after: "Het ging goed" },
        { key: "mood", before: null, after: 4 },
      ],
      [{ key: "depth", before: null, after: "Het ging" }],
    ]);
  });

  it("takes together what one person wrote in one go, and can tell it step by step", () => {
    const typed = [revision(0, { depth: "Het" }), revision(2, { depth: "Het ging" }), revision(3, { mood: 4 })];

    expect(entries(typed).map(({ steps, changes }) => [steps, changes.length])).toEqual([[3, 2]]);
    expect(entries(typed, true)).toHaveLength(3);
  });

  it("does not take together what two people wrote", () => {
    expect(entries([revision(0, { depth: "a" }), revision(1, { depth: "b" }, { author: "joris" })])).toHaveLength(2);
  });

  it("tells that it was handed in and taken back, and leaves out where it lies", () => {
    const all = entries([
      revision(0, { depth: "a", session: "s" }),
      revision(1, { handed_in: at(1), depth: "a" }),
      revision(2, { handed_in: null }),
    ]);

    expect(all.map(({ event, changes }) => [event, changes.map(({ key }) => key)])).toEqual([
      ["back", []],
      ["in", []],
      [null, ["depth"]],
    ]);
  });

  it("shows a version that waited for a choice, and does not take it for what stood there", () => {
    const all = entries([
      revision(0, { depth: "een" }),
      revision(1, { depth: "twee" }, { author: "joris", outcome: "conflict" }),
      revision(2, { depth: "een en twee" }),
    ]);

    expect(all.map(({ event, changes }) => [event, changes[0]?.before])).toEqual([
      [null, "een"],
      ["waited", "een"],
      [null, null],
    ]);
  });

  it("knows what to write to have an old version back, also what was not there yet", () => {
    const all = entries([revision(0, { depth: "een", mood: 2 }), revision(45, { depth: "twee", next_own: "soep" })]);

    const [newest, oldest] = all;
    if (!newest || !oldest) throw new Error("there are two");
    const now = { depth: "twee", mood: 2, next_own: "soep", handed_in: at(0) };
    expect(backTo(oldest, all, now)).toEqual({ depth: "een", next_own: null });
    expect(backTo(newest, all, now)).toEqual({});
  });

  it("shows a change in a long text with the words around it", () => {
    const words = Array.from({ length: 30 }, (_, index) => `w${index}`).join(" ");
    const [before, change] = shortened(words, `${words} klaar`);

    expect(before).toEqual({ same: "… w25 w26 w27 w28 w29 " });
    expect(change).toEqual({ theirs: "", mine: "klaar" });
  });
});
