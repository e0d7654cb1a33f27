import { describe, expect, it } from "vitest";
import starter from "../../../shared/starter/templates.json";
import { answerLines, asked, promptOf } from "./answers";
import type { Template } from "./types.gen";

const SESSION = starter["logboek.session"] as Template;
const PLAN = [{ id: "brief_aan_jezelf", title: "Brief aan jezelf" }];

const lineOf = (fields: Record<string, unknown>, id: string) =>
  answerLines(SESSION, fields, "nl", PLAN).find((line) => line.id === id);

describe("answers as they read", () => {
  it("a face is its word, chips are their names in the language of the reader", () => {
    expect(lineOf({ mood: 4 }, "mood")).toMatchObject({ ask: "Hoe ging het?", chosen: [{ id: "4", label: "Fijn" }] });
    expect(answerLines(SESSION, { mood: 4 }, "en")[0]).toMatchObject({
      ask: "How did it go?",
      chosen: [{ label: "Good" }],
    });
  });

  it("a block of the plan has the plan's name, and says whether it worked", () => {
    const line = lineOf({ done: ["check_in", "brief_aan_jezelf"], "worked.brief_aan_jezelf": "no" }, "done");

    expect(line?.chosen).toEqual([
      { id: "check_in", label: "Check-in of kletsen" },
      { id: "brief_aan_jezelf", label: "Brief aan jezelf", worked: "no" },
    ]);
  });

  it("a chip that nobody knows any more is read as words", () => {
    expect(lineOf({ done: ["rondje_delen"] }, "done")?.chosen[0]?.label).toBe("Rondje delen");
  });

  it("F3 what was passed over is there, marked as skipped", () => {
    expect(lineOf({ mood: 3 }, "topics")).toMatchObject({ chosen: [], skipped: true });
    expect(lineOf({ mood: 3 }, "mood")).toMatchObject({ skipped: false });
  });

  it("own words count as an answer", () => {
    expect(lineOf({ next_own: "Oefenen met presenteren" }, "next")).toMatchObject({
      text: "Oefenen met presenteren",
      skipped: false,
    });
  });

  it("F8 a question that hangs on a chip is asked only with that chip", () => {
    const ids = (fields: Record<string, unknown>) => asked(SESSION, fields).map(({ id }) => id);

    expect(ids({})).not.toContain("tool");
    expect(ids({ done: ["praatplaat"] })).toContain("tool");
  });

  it("F15 the prompt stands with its answer, with the name of the werkvorm in it", () => {
    const fields = {
      done: ["brief_aan_jezelf"],
      "worked.brief_aan_jezelf": "no",
      depth: "Korter.",
      depth_prompt: "r10",
    };

    expect(lineOf(fields, "depth")).toMatchObject({
      ask: "Wat zou je een volgende keer anders doen aan “Brief aan jezelf”?",
      text: "Korter.",
      skipped: false,
    });
    expect(promptOf(SESSION, "r22a", "en", "")).toBe("What stood out?");
  });

  it("a prompt that was shown and left empty is skipped; one never shown is no line", () => {
    expect(lineOf({ depth_prompt: "r19" }, "depth")).toMatchObject({ skipped: true });
    expect(lineOf({}, "depth")).toBeUndefined();
  });
});
