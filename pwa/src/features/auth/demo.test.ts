import { describe, expect, it } from "vitest";
import type { DemoPerson, RoleName } from "../../records/account";
import { everyone, faces } from "./demo";

const person = (name: string, ...roles: RoleName[]): DemoPerson => ({
  email: `${name}@demo`,
  name,
  roles: roles.map((role) => ({ role }) as DemoPerson["roles"][number]),
});
const people = [
  person("Ada", "admin"),
  person("Bram", "coach"),
  person("Cora", "coordinator", "senior"),
  person("Joris", "coach"),
  person("Sanne", "coachee"),
];

describe("demo people", () => {
  it("shows one of each role first, a coach before the others", () => {
    expect(faces(people).map(({ name }) => name)).toEqual(["Bram", "Sanne", "Cora", "Ada"]);
  });

  it("shows everyone by role and name", () => {
    expect(everyone(people).map(({ name }) => name)).toEqual(["Bram", "Joris", "Sanne", "Cora", "Ada"]);
  });
});
