/** Whom one can enter as in a demo: one of each kind first, everyone on request. Pure. */
import type { DemoPerson, RoleName } from "../../records/account";

const ORDER: readonly RoleName[] = ["coach", "coachee", "coordinator", "senior", "tutor", "researcher", "admin"];

/** One of each role in the order of interest, those with a community before those without. */
export function faces(people: readonly DemoPerson[]): DemoPerson[] {
  const chosen = ORDER.flatMap((role) => people.find((person) => mainRole(person) === role) ?? []);
  const several = people.find((person) => person.roles.length > 1);
  return [...new Set(several ? [...chosen, several] : chosen)];
}

/** By role, then by name. */
export function everyone(people: readonly DemoPerson[]): DemoPerson[] {
  const rank = (person: DemoPerson) => ORDER.indexOf(mainRole(person) ?? "admin");
  return [...people].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

export function mainRole(person: DemoPerson): RoleName | undefined {
  return person.roles[0]?.role;
}
