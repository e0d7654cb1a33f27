import { describe, expect, it } from "vitest";
import starter from "../../../../shared/starter/templates.json";
import type { Question, Template } from "../../records/types.gen";
import { answer, canHandIn, judge, minimumDone, takenAway, undo } from "./taps";

const SESSION = starter["logboek.session"] as Template;
const NOBODY = starter["logboek.nobody"] as Template;
const question = (id: string): Question => SESSION.questions.find((one) => one.id === id) as Question;

describe("F3 everything is a tap", () => {
  it("an emptied answer is taken away", () => {
    expect(answer(question("topics"), { topics: ["exams"] }, [])).toEqual({ topics: null });
    expect(answer(question("voices"), { voices: "keen" }, [])).toEqual({ voices: null });
    expect(answer(question("mood"), {}, ["4"])).toEqual({ mood: 4 });
  });

  it("'no, all good' goes when something else is tapped, and comes back when nothing is left", () => {
    expect(answer(question("need"), { need: ["nothing"] }, ["nothing", "call"])).toEqual({ need: ["call"] });
    expect(answer(question("need"), { need: ["call"] }, ["call", "nothing"])).toEqual({ need: ["nothing"] });
    expect(answer(question("need"), { need: ["call"] }, [])).toEqual({ need: ["nothing"] });
  });

  it("a second tap on what was done asks first, and takes nothing away", () => {
    expect(takenAway(question("done"), { done: ["check_in", "fun"] }, ["fun"])).toBe("check_in");
    expect(takenAway(question("done"), { done: ["fun"] }, ["fun", "check_in"])).toBeUndefined();
    expect(takenAway(question("topics"), { topics: ["exams"] }, [])).toBeUndefined();
  });

  it("F34 it worked, or not; the same answer again takes it back", () => {
    expect(judge({}, "check_in", "yes")).toEqual({ "worked.check_in": "yes" });
    expect(judge({ "worked.check_in": "yes" }, "check_in", "yes")).toEqual({ "worked.check_in": null });
  });

  it("'not done after all' takes the judgement along", () => {
    expect(undo({ done: ["check_in"], "worked.check_in": "no" }, "check_in")).toEqual({
      done: null,
      "worked.check_in": null,
    });
  });

  it("only the mood is needed, and nothing when nobody came", () => {
    expect(canHandIn(SESSION, {})).toBe(false);
    expect(canHandIn(SESSION, { mood: 1 })).toBe(true);
    expect(canHandIn(NOBODY, {})).toBe(true);
  });

  it("F15 the open question waits for the last tap of the minimum, the battery too, but not for 'next time'", () => {
    const taps = { mood: 4, done: ["fun"], topics: ["exams"], role: ["ask"], voices: "fine", need: ["nothing"] };

    expect(minimumDone(SESSION, taps)).toBe(false);
    expect(minimumDone(SESSION, { ...taps, energy: "half" })).toBe(true);
    expect(minimumDone(SESSION, { ...taps, energy: "half", done: ["praatplaat"] })).toBe(false);
    expect(minimumDone(SESSION, { ...taps, energy: "half", done: ["praatplaat"], tool: "yes" })).toBe(true);
  });
});
