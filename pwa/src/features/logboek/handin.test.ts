import { describe, expect, it } from "vitest";
import starter from "../../../../shared/starter/templates.json";
import type { Template } from "../../records/types.gen";
import { handingIn, nextNumber, nextVersion, unplanned } from "./handin";

const SESSION = starter["logboek.session"] as Template;
const NOBODY = starter["logboek.nobody"] as Template;
const NOW = new Date("2026-11-24T15:20:00");

describe("handing in", () => {
  const all = Object.values(starter) as Template[];
  const handIn = (fields: Record<string, unknown>, template = SESSION) =>
    handingIn({
      entry: { id: "l1", fields },
      session: "s1",
      coaching: "g1",
      template,
      templates: all,
      members: [],
      noted: [],
      now: NOW,
    });

  it("is a move to the coaching, with the moment", () => {
    const { scope, set } = handIn({ mood: 3, session: "s1" });

    expect(scope).toBe("coaching:g1");
    expect(set).toEqual({ handed_in: NOW.toISOString() });
  });

  it("the first moment stays when it is handed in again", () => {
    expect(handIn({ handed_in: "2026-11-23T10:00:00Z", session: "s1" }).set).toEqual({
      handed_in: "2026-11-23T10:00:00Z",
    });
  });

  it("taps that only another variant asks for do not go along; typed words do", () => {
    const { set } = handIn({ mood: 3, done: ["fun"], "worked.fun": "yes", why: ["exams"], depth: "Iets." }, NOBODY);

    expect(set).toMatchObject({ mood: null, done: null, "worked.fun": null });
    expect(set).not.toHaveProperty("why");
    expect(set).not.toHaveProperty("depth");
  });

  it("F6 a new version has the same words and names the one it follows", () => {
    expect(nextVersion({ id: "l1", fields: { mood: 3, depth: "Iets.", handed_in: "x" } })).toEqual({
      mood: 3,
      depth: "Iets.",
      version_of: "l1",
    });
  });

  it("without a planned session one is made that ended just now, with the next number", () => {
    const sessions = [{ fields: { community: "c1", number: 4 } }, { fields: { community: "c2", number: 9 } }];
    const made = unplanned({ id: "c1", kind: "group" }, nextNumber(sessions, "c1"), NOW);

    expect(made).toMatchObject({
      kind: "community",
      community: "c1",
      number: 5,
      ends: new Date("2026-11-24T15:15:00").toISOString(),
    });
  });
});
