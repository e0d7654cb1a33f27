import { describe, expect, it } from "vitest";
import type { HistoryAnswer } from "../../records/account";
import { proposal } from "../../store/proposal";
import { firstPicks, halfway, outcome, pieceByPiece, runsOf, tapped, textIn, wholeAgain } from "./picks";
import { choices, others } from "./versions";

const sibling = (mid: string, set: Record<string, never | unknown>, author = "joris") => ({
  mid,
  author,
  at: "2026-11-20T10:00:00Z",
  set,
});
const record = (fields: Record<string, unknown>, ...siblings: ReturnType<typeof sibling>[]) =>
  ({ kind: "logboek", fields, siblings }) as Parameters<typeof choices>[0];

describe("two versions", () => {
  it("asks only about what differs", () => {
    const asked = choices(record({ mood: 3, depth: "zo" }, sibling("1", { mood: 4, depth: "zo" })), proposal);
    expect(asked.map(({ key }) => key)).toEqual(["mood"]);
  });

  it("proposes all words of both texts", () => {
    const [depth] = choices(
      record({ depth: "het ging stil" }, sibling("1", { depth: "het ging heel goed" })),
      proposal,
    );

    const words = String(depth?.both).split(" ");
    expect(["het", "ging", "stil", "heel", "goed"].every((word) => words.includes(word))).toBe(true);
  });

  it("proposes both lists together, and nothing where one must be chosen", () => {
    const [done, mood] = choices(record({ done: ["a"], mood: 2 }, sibling("1", { done: ["b"], mood: 5 })), proposal);

    expect(done?.both).toEqual(["a", "b"]);
    expect(mood?.both).toBeUndefined();
  });

  it("does not ask twice about what was joined already", () => {
    const [depth] = choices(record({ depth: "een twee" }, sibling("1", { depth: "twee" })), proposal);
    expect(depth).toMatchObject({ both: "een twee", joined: true });
    expect(choices(record({ depth: "een" }, sibling("1", { depth: "twee" })), proposal)[0]?.joined).toBe(false);
  });

  it("begins with both, else with what stands there now, and never with nothing", () => {
    const all = choices(
      record({ depth: "een", mood: 2 }, sibling("1", { depth: "twee", mood: 5, next_own: "drie" })),
      proposal,
    );

    expect(firstPicks(all)).toEqual({ depth: { both: "een twee" }, mood: { version: 0 }, next_own: { version: 1 } });
  });

  it("settles every question, also the one where nothing changes", () => {
    const all = choices(record({ depth: "een", mood: 2 }, sibling("1", { depth: "twee", mood: 5 })), proposal);

    expect(outcome(all, { depth: { both: "een en twee" }, mood: { version: 0 } })).toEqual({
      depth: "een en twee",
      mood: 2,
    });
    expect(outcome(all, { depth: { both: "" }, mood: { version: 1 } })).toEqual({ depth: null, mood: 5 });
  });

  it("tells who wrote what stands there, if the server could be asked", () => {
    const revision = (author: string, set: object, outcome: string) => ({ author, at: author, set, outcome }) as never;
    const history: HistoryAnswer["revisions"] = [
      revision("bram", { depth: "een" }, "ok"),
      revision("joris", { depth: "twee" }, "conflict"),
    ];
    const all = choices(record({ depth: "een" }, sibling("1", { depth: "twee" })), proposal, { history });

    expect(all[0]?.versions.map(({ author }) => author)).toEqual(["bram", "joris"]);
    expect(others(all, "bram")).toEqual(["joris"]);
  });

  it("shows both texts as they were where the machine joined them, beside what it made of them", () => {
    const sides = { depth: { theirs: "Het was koud.", mine: "Het was guur." } };
    const [depth] = choices(record({ depth: "Het was koud. guur." }), proposal, { sides, me: "bram" });

    expect(depth?.versions.map(({ value }) => value)).toEqual([
      "Het was koud. guur.",
      "Het was koud.",
      "Het was guur.",
    ]);
    expect(depth).toMatchObject({ both: "Het was koud. guur.", joined: true, two: sides.depth });
    expect(choices(record({}), proposal, { sides })).toEqual([]);
  });

  const pair = () => {
    const [depth] = choices(record({ depth: "Het was koud" }), proposal, {
      sides: { depth: { theirs: "Het was koud", mine: "Het was guur vandaag" } },
    });
    if (!depth) throw new Error("there is one");
    return depth;
  };

  it("leaves out a piece that is tapped, and puts it back with the next tap", () => {
    const runs = runsOf(pair());
    const out = tapped(runs, { both: "Het was koud guur vandaag" }, 1, "theirs");

    expect(out.both).toBe("Het was guur vandaag");
    expect(tapped(runs, out, 1, "theirs").both).toBe("Het was koud guur vandaag");
  });

  it("goes back from one's own words to the pieces that stand in them", () => {
    expect(pieceByPiece(runsOf(pair()), { both: "Het was guur vandaag, en stil", typed: true }).both).toBe(
      "Het was guur vandaag",
    );
  });

  it("is kept half way, and of a choice that changed meanwhile only what one made oneself", () => {
    const typed = { both: "Het was guur en koud", typed: true } as const;

    expect(wholeAgain(halfway({ version: 1 }, "g1.1"), "g1.1")).toEqual({ version: 1 });
    expect(wholeAgain(halfway({ version: 1 }, "g1.1"), "g1.2")).toBeUndefined();
    expect(wholeAgain(halfway(typed, "g1.1"), "g1.2")).toEqual(typed);
    expect(wholeAgain("", "g1.1")).toBeUndefined();
    expect(textIn(halfway(typed, "g1.1"))).toBe("Het was guur en koud");
  });
});
