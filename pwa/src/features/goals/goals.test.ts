import { describe, expect, it } from "vitest";
import type { Role } from "../../records/account";
import type { Listed } from "../../records/people";
import {
  audiences,
  type Checkin,
  checkinsOf,
  checkinToday,
  dayChoices,
  type Goal,
  isShared,
  nextStep,
  ownGoals,
  readersOf,
  type Step,
  sharedWith,
  stepsOf,
} from "./goals";

const NOW = new Date("2026-11-24T15:00:00Z");
const goal = (id: string, more: Partial<Goal> = {}): Goal => ({
  id,
  scope: "self:sanne",
  author: "sanne",
  fields: { text: "Naar de les" },
  ...more,
});
const step = (id: string, fields: Step["fields"]): Step => ({ id, fields: { goal: "g1", text: id, ...fields } });
const checkin = (id: string, on: string): Checkin => ({ id, fields: { goal: "g1", outcome: "busy", on } });
const person = (scope: string, name: string, role: string, until?: string): Listed => ({
  scope,
  fields: {
    person: name.split(" ")[0]?.toLowerCase() ?? "",
    name,
    role,
    from: "2026-09-01T00:00:00Z",
    ...(until ? { until } : {}),
  },
});
const coachee = (membership: string): Role => ({
  role: "coachee",
  programme: "r1",
  community: "c1",
  membership,
  coaching: null,
  from: "2026-09-01T00:00:00Z",
  until: null,
});

describe("one's own goals", () => {
  it("F38 newest first, those of others not among them", () => {
    const { open } = ownGoals([goal("1"), goal("2"), goal("3", { author: "daan" })], "sanne");

    expect(open.map(({ id }) => id)).toEqual(["2", "1"]);
  });

  it("F41 reached and let go are both an end, and neither is gone", () => {
    const goals = [goal("1", { fields: { state: "reached" } }), goal("2", { fields: { state: "let_go" } })];

    const { open, ended } = ownGoals(goals, "sanne");

    expect(open).toEqual([]);
    expect(ended.map(({ id }) => id)).toEqual(["2", "1"]);
  });

  it("F38 what is still to do comes first, by day; a step without a day after those with one", () => {
    const steps = [
      step("b", {}),
      step("a", { on: "2026-12-01" }),
      step("c", { done: true }),
      step("d", { goal: "g2" }),
    ];

    expect(stepsOf("g1", steps).map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(nextStep("g1", steps)?.id).toBe("a");
  });

  it("F38 today, tomorrow or in a week: one tap gives the first step its day", () => {
    const days = dayChoices(NOW).map(({ on }) => on.getDate());

    expect(days).toEqual([24, 25, 1]);
  });
});

describe("checking in", () => {
  it("F40 newest first, and another tap on the same day is about the same check-in", () => {
    const all = checkinsOf("g1", [checkin("1", "2026-11-20T09:00:00Z"), checkin("2", "2026-11-24T09:00:00Z")]);

    expect(all.map(({ id }) => id)).toEqual(["2", "1"]);
    expect(checkinToday(all, NOW)?.id).toBe("2");
    expect(checkinToday(all, new Date("2026-11-25T15:00:00Z"))).toBeUndefined();
  });
});

describe("sharing", () => {
  const people = [
    person("member:m1:shared", "Bram de Wit", "coach"),
    person("member:m1:shared", "Noor Bakker", "coach", "2026-10-01T00:00:00Z"),
    person("member:m1:shared", "Sanne Visser", "coachee"),
    person("coaching:k1", "Senna Mulder", "senior"),
  ];

  it("F39 a new goal is one's own alone", () => {
    expect(isShared(goal("1"))).toBe(false);
    expect(readersOf("self:sanne", people, NOW)).toEqual([]);
  });

  it("F39 it can be shared with the coaches of today, by name, and with nobody else", () => {
    expect(audiences([coachee("m1")], people, NOW)).toEqual([
      { member: "m1", scope: "member:m1:shared", names: ["Bram"] },
    ]);
  });

  it("F39 without a coach there is nobody to share with", () => {
    expect(audiences([coachee("m2")], people, NOW)).toEqual([]);
  });

  it("F39 a coach sees what is shared by person, open goals first", () => {
    const scope = "member:m1:shared";
    const shared = [goal("1", { scope }), goal("2", { scope, fields: { state: "reached" } }), goal("3")];

    const [sanne, ...others] = sharedWith(shared, people, "bram");

    expect(others).toEqual([]);
    expect(sanne?.name).toBe("Sanne");
    expect(sanne?.goals.map(({ id }) => id)).toEqual(["1", "2"]);
  });
});
