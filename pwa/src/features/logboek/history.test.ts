import { describe, expect, it } from "vitest";
import { earlierThan, matches, ownHistory, wordsOf } from "./history";

describe("F7 the own history", () => {
  const entry = (id: string, on: string, scope = "coaching:g1", author = "bram") => ({
    id,
    scope,
    author,
    fields: { on, community: "c1" },
  });
  const all = [
    entry("1", "2026-10-01"),
    entry("2", "2026-11-01"),
    entry("3", "2026-09-01", "self:bram"),
    entry("4", "2026-11-02", "coaching:g2", "joris"),
  ];

  it("F4 drafts first, then newest first, and nobody else's", () => {
    expect(ownHistory(all, "bram").map(({ id }) => id)).toEqual(["3", "2", "1"]);
  });

  it("those before one, newest first", () => {
    expect(earlierThan(entry("2", "2026-11-01"), all, "bram").map(({ id }) => id)).toEqual(["1", "3"]);
  });

  it("is searched through every word, in any order, accents and capitals aside", () => {
    const words = wordsOf(
      [
        {
          id: "depth",
          ask: "Wat viel op?",
          chosen: [{ id: "x", label: "Brief aan jezelf" }],
          text: "Eén zin over Élise",
          skipped: false,
        },
      ],
      ["Lokaal 3.12"],
    );

    expect(matches(words, "elise brief")).toBe(true);
    expect(matches(words, "lokaal 3.12")).toBe(true);
    expect(matches(words, "viel op")).toBe(false);
  });
});
