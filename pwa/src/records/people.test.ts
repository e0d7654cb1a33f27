import { describe, expect, it } from "vitest";
import { type Listed, membersOf, nameOf, readersOf, shortNames } from "./people";

const NOW = new Date("2026-11-24T15:20:00Z");
const SINCE = "2026-09-01T00:00:00Z";
const line = (scope: string, person: string, name: string, role: string, more: object = {}): Listed => ({
  scope,
  fields: { person, name, role, from: SINCE, ...more },
});

const PEOPLE: Listed[] = [
  line("agenda:c1", "sanne", "Sanne de Wit", "coachee", { member: "m1" }),
  line("agenda:c1", "amina", "Amina el Idrissi", "coachee", { member: "m2" }),
  line("agenda:c1", "gone", "Daan Vos", "coachee", { member: "m3", until: "2026-10-01T00:00:00Z" }),
  line("agenda:c1", "bram", "Bram Bakker", "coach"),
  line("coaching:g1", "cora", "Cora Smit", "coordinator"),
  line("coaching:g1", "senna", "Senna Yildiz", "senior"),
  line("coaching:g1", "bram", "Bram Bakker", "coach"),
];

describe("who is who", () => {
  it("the members of a community on that day, by first name", () => {
    expect(membersOf(PEOPLE, "c1", NOW).map(({ name }) => name)).toEqual(["Amina", "Sanne"]);
    expect(membersOf(PEOPLE, "c1", new Date("2026-09-15T12:00:00Z"))).toHaveLength(3);
  });

  it("the readers of a coaching: the senior first, then the coordinator, never the coach", () => {
    expect(readersOf(PEOPLE, "g1", NOW)).toEqual(["Senna", "Cora"]);
  });

  it("two with one first name are told apart by the letter that matters", () => {
    expect(shortNames(["Lina el Amrani", "Lina Bos", "Sem"])).toEqual(["Lina A.", "Lina B.", "Sem"]);
  });

  it("someone who is no longer listed has no name", () => {
    expect(nameOf(PEOPLE, "cora")).toBe("Cora");
    expect(nameOf(PEOPLE, "nobody")).toBeUndefined();
  });
});
