import { describe, expect, it } from "vitest";
import starter from "../../../../shared/starter/templates.json";
import type { Question, Template } from "../../records/types.gen";
import { chipsOf, prefilled, templateFor, untouched, variant } from "./prefill";

const SESSION = starter["logboek.session"] as Template;
const TALK = starter["logboek.talk"] as Template;
const NOW = new Date("2026-11-24T15:20:00");
const PLAN = [
  { id: "check_in", title: "Check-in" },
  { id: "brief_aan_jezelf", title: "Brief aan jezelf" },
];
const question = (id: string): Question => SESSION.questions.find((one) => one.id === id) as Question;

describe("F2 a logboek opens prefilled", () => {
  const session = { id: "s1", fields: { starts: "2026-11-24T14:00:00", plan: PLAN } };
  const fields = prefilled({
    session,
    community: { id: "c1", kind: "group" },
    coach: "bram",
    template: SESSION,
    now: NOW,
  });

  it("with day, community, plan and coach", () => {
    expect(fields).toMatchObject({
      session: "s1",
      community: "c1",
      on: "2026-11-24",
      done: ["check_in", "brief_aan_jezelf"],
      coaches: ["bram"],
    });
  });

  it("with 'no, all good' standing ready and the version of its questions", () => {
    expect(fields).toMatchObject({ need: ["nothing"], template: "logboek.session", template_version: SESSION.version });
  });

  it("left as it was filled in it is untouched; one tap, or a chip taken away, and it is a draft", () => {
    expect(untouched(fields, SESSION, PLAN)).toBe(true);
    expect(untouched({ ...fields, mood: 3 }, SESSION, PLAN)).toBe(false);
    expect(untouched({ ...fields, done: ["check_in"] }, SESSION, PLAN)).toBe(false);
    expect(untouched({ ...fields, depth: "Iets." }, SESSION, PLAN)).toBe(false);
  });

  it("without a session it is today's, and hangs on nothing yet", () => {
    const bare = prefilled({
      session: null,
      community: { id: "c1", kind: "group" },
      coach: "bram",
      template: SESSION,
      now: NOW,
    });

    expect(bare).toMatchObject({ on: "2026-11-24" });
    expect(bare).not.toHaveProperty("session");
    expect(bare).not.toHaveProperty("done");
  });

  it("F131 a duo and a talk are asked in words without a group", () => {
    expect(templateFor("pair", "community")).toBe("logboek.talk");
    expect(templateFor("group", "individual")).toBe("logboek.talk");
    expect(templateFor("group", "community")).toBe("logboek.session");
    expect(variant(TALK, [])).toMatchObject({ template: "logboek.talk", need: ["nothing"] });
  });

  it("blocks of the plan lead the chips, and none stands there twice", () => {
    const chips = chipsOf(question("done"), PLAN, { done: ["from_another_phone"] });

    expect(chips.slice(0, 2)).toEqual(["check_in", "brief_aan_jezelf"]);
    expect(chips).toContain("from_another_phone");
    expect(new Set(chips).size).toBe(chips.length);
  });
});
