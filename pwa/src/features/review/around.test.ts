import { describe, expect, it } from "vitest";
import { lastMoods, presentOf, versionBefore } from "./around";
import type { Logboek } from "./review";

const logboek = (id: string, fields: Logboek["fields"]): Logboek => ({
  id,
  scope: "coaching:g1",
  author: "bram",
  rev: "g1.1",
  fields: { community: "c1", on: `2026-11-0${id}`, ...fields },
});
const mood = (id: string, value: number, more: Logboek["fields"] = {}) => logboek(id, { mood: value, ...more });

describe("what stands around one", () => {
  it("F6 the version before this one is the one it names; the first has none", () => {
    const [before, after] = [logboek("1", {}), logboek("2", { version_of: "1" })];

    expect(versionBefore(after, [before, after])?.id).toBe("1");
    expect(versionBefore(before, [before, after])).toBeUndefined();
  });

  it("how the last sessions of the same group went, oldest first, each session once", () => {
    const last = mood("4", 5, { version_of: "3", on: "2026-11-03" });

    expect(
      lastMoods(last, [mood("1", 2), mood("2", 3), mood("3", 4), last, mood("5", 1, { community: "c2" })]),
    ).toEqual([2, 3, 5]);
  });

  it("who was there, as it was noted; nothing noted is not nobody", () => {
    const noted = new Map([
      ["s1", [{ fields: { state: "present" } }, { fields: { state: "late" } }, { fields: { state: "absent" } }]],
    ]);

    expect(presentOf(noted, "s1")).toEqual({ there: 2, all: 3 });
    expect(presentOf(noted, "s2")).toBeUndefined();
  });
});
