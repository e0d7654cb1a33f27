import fc from "fast-check";
import { describe, expect, it } from "vitest";
import starter from "../../../../shared/starter/templates.json";
import type { Answers, Seen } from "../../records/conditions";
import type { Rule } from "../../records/types.gen";
import { depth } from "./depth";

const SESSION: readonly Rule[] = starter["logboek.session"].depth.rules as Rule[];
const TALK: readonly Rule[] = starter["logboek.talk"].depth.rules as Rule[];
const FULL_HOUSE = { present: 7, planned: 8, weeks: 2 };

function shown(
  answers: Answers,
  rest: Partial<Seen> = {},
  earlier: readonly Answers[] = [],
  rules = SESSION,
): string | undefined {
  const found = depth(rules, { answers, counts: FULL_HOUSE, ...rest }, earlier);
  return found.card?.card ?? found.prompt?.id;
}

const answered = (id: string): Answers => ({ depth_prompt: id, depth: "Iets." });
const skipped = (id: string): Answers => ({ depth_prompt: id, depth_skipped: true });

describe("each rule of the group session fires on what it names", () => {
  it.each<[string, Answers, Partial<Seen>, Answers[]]>([
    ["right_person", { need: ["worried"], topics: ["heavy"] }, {}, []],
    ["heavy", { topics: ["heavy"], energy: "empty" }, {}, []],
    ["twice_empty", { energy: "empty" }, {}, [{ energy: "empty" }]],
    ["r4", { energy: "empty" }, { facts: { last: true } }, [{ energy: "half" }]],
    ["r5", { mood: 5 }, { facts: { last: true } }, []],
    ["r6", { mood: 5 }, { facts: { first: true } }, []],
    ["r7", { mood: 5 }, { facts: { newcomer: true } }, []],
    ["r8", { mood: 5 }, { counts: { ...FULL_HOUSE, weeks: 5 } }, []],
    ["r9", { done: ["plan_dropped"], "worked.w07": "no" }, {}, []],
    ["r10", { "worked.check_in": "yes", "worked.w07": "no" }, {}, []],
    ["r11", { tool: "unfinished" }, {}, []],
    ["r12", { tool: "yes" }, {}, []],
    ["r13", { voices: "quiet" }, { counts: { present: 3, planned: 4, weeks: 2 } }, []],
    ["r13", { voices: "quiet" }, { counts: { present: 4, planned: 9, weeks: 2 } }, []],
    ["r14", { voices: "not_asked" }, {}, []],
    ["r15", { role: ["solve", "share"] }, {}, []],
    ["r16", { topics: ["rules"], role: ["listen"] }, {}, []],
    ["r17", { topics: ["rules"], role: ["hand_over", "share"] }, {}, []],
    ["r18", { mood: 2 }, {}, []],
    ["r19", { mood: 5, role: ["refer"] }, {}, []],
    ["r20", { mood: 4, "worked.w07": "yes" }, {}, []],
    ["r21", { mood: 3, "worked.w07": "yes", role: ["refer"] }, {}, []],
    ["r22a", { mood: 3 }, {}, []],
  ])("%s", (expected, answers, rest, earlier) => {
    expect(shown(answers, rest, earlier)).toBe(expected);
  });

  it("and the table above has them all", () => {
    expect(SESSION.map((rule) => rule.id)).toEqual(Array.from({ length: 22 }, (_, i) => `r${i + 1}`));
  });
});

describe("the edges of a rule", () => {
  it("half of those planned is not less than half", () => {
    expect(shown({}, { counts: { present: 4, planned: 8 } })).toBe("r22a");
  });

  it("four weeks is not more than four weeks", () => {
    expect(shown({}, { counts: { present: 7, planned: 8, weeks: 4 } })).toBe("r22a");
  });

  it("a number nobody filled in fits nothing", () => {
    expect(shown({}, { counts: {} })).toBe("r22a");
  });

  it("names the werkvorm that did not work", () => {
    const answers = { "worked.check_in": "yes", "worked.w07": "no", mood: 5 };

    expect(depth(SESSION, { answers }, []).prompt).toMatchObject({ id: "r10", about: "w07" });
  });

  it("names the werkvorm that did work", () => {
    expect(depth(SESSION, { answers: { "worked.w16": "yes", mood: 4 } }, []).prompt).toMatchObject({
      id: "r20",
      about: "w16",
    });
  });
});

describe("a talk of two", () => {
  it("has no rule that speaks of a group", () => {
    const ids = TALK.map((rule) => rule.id);

    expect(["r7", "r8", "r13", "r16", "r17"].filter((id) => ids.includes(id))).toEqual([]);
    expect(
      shown({ role: ["share"] }, { facts: { newcomer: true }, counts: { present: 1, planned: 1, weeks: 9 } }, [], TALK),
    ).toBe("r22a");
  });

  it("asks at the end of the year what the talks have brought", () => {
    const { prompt } = depth(TALK, { answers: {}, facts: { last: true } }, []);

    expect(prompt?.ask.nl).toBe("Wat hebben deze gesprekken gebracht, voor jou?");
  });
});

describe("when nobody came", () => {
  const NOBODY = starter["logboek.nobody"].depth.rules as Rule[];

  it("nothing is asked, but an empty battery twice in a row brings the card", () => {
    expect(shown({ energy: "empty" }, {}, [{ energy: "full" }], NOBODY)).toBeUndefined();
    expect(shown({ energy: "empty" }, {}, [{ energy: "empty" }], NOBODY)).toBe("twice_empty");
  });
});

describe("the same prompt does not come twice within four logboeken", () => {
  it("the next rule that fits takes over", () => {
    expect(shown({ mood: 5, role: ["refer"] }, {}, [answered("r19")])).toBe("r21");
  });

  it("it may come back in the fifth", () => {
    const earlier = [answered("r1x"), answered("r2x"), answered("r3x"), answered("r19")];

    expect(shown({ mood: 5 }, {}, earlier)).toBe("r19");
  });

  it("a card always comes", () => {
    expect(
      shown({ topics: ["heavy"] }, {}, [{ topics: ["heavy"] }, skipped("r19"), skipped("r4"), skipped("r5")]),
    ).toBe("heavy");
  });

  it("the four last prompts take turns for ever", () => {
    const earlier: Answers[] = [];
    const seen = Array.from({ length: 9 }, () => {
      const id = shown({ mood: 3 }, {}, earlier) ?? "none";
      earlier.unshift(answered(id));
      return id;
    });

    expect(seen.join(" ")).toBe("r22a r22b r22c r22d r22a r22b r22c r22d r22a");
  });
});

describe("who skips three times is asked only every second time", () => {
  const tired = [skipped("r19"), skipped("r22b"), skipped("r22a")];

  it("not right after the third", () => {
    expect(shown({ mood: 3 }, {}, tired)).toBeUndefined();
  });

  it("again after one without a prompt", () => {
    expect(shown({ mood: 3 }, {}, [{ mood: 3 }, ...tired])).toBe("r22c");
  });

  it("leaving it empty counts as skipping", () => {
    expect(
      shown({ mood: 3 }, {}, [{ depth_prompt: "r19", depth: "  " }, { depth_prompt: "r22b" }, skipped("r22a")]),
    ).toBeUndefined();
  });

  it("one answer ends it", () => {
    expect(shown({ mood: 3 }, {}, [answered("r19"), ...tired])).toBe("r22c");
  });
});

describe("what was written stays", () => {
  const writing = { mood: 2, depth: "Toen werd het stil.", depth_prompt: "r18" };

  it("under its own prompt when later taps would choose another", () => {
    expect(shown({ ...writing, mood: 5 })).toBe("r18");
    expect(shown({ mood: 5, depth_prompt: "r18", depth_skipped: true })).toBe("r18");
  });

  it("also beneath a card", () => {
    const found = depth(SESSION, { answers: { ...writing, need: ["worried"] } }, []);

    expect([found.card?.card, found.prompt?.id]).toEqual(["right_person", "r18"]);
  });

  it("a prompt that was only looked at may still change", () => {
    expect(shown({ mood: 5, depth_prompt: "r18" })).toBe("r19");
  });
});

it("shows at most one new prompt, whatever was tapped, and never one of the last three", () => {
  const chips = (...ids: string[]) => fc.subarray(ids);
  const answers = fc.record({
    mood: fc.integer({ min: 1, max: 5 }),
    role: chips("solve", "share", "refer"),
    topics: chips("rules", "exams"),
  });
  const earlier = fc.array(fc.constantFrom("r15", "r16", "r17", "r18", "r19", "r21", "r22a", "r22b").map(answered), {
    maxLength: 6,
  });

  fc.assert(
    fc.property(answers, earlier, (given, before) => {
      const { prompt, card } = depth(SESSION, { answers: given, counts: FULL_HOUSE }, before);

      expect(card).toBeUndefined();
      expect(before.slice(0, 3).map((one) => one.depth_prompt)).not.toContain(prompt?.id);
    }),
  );
});
