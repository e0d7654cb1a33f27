/** Someone to stand in for whoever is signed in. */
import type { Me, RoleName } from "../src/records/account";

export function person(role: RoleName): Me {
  const mine = { role, programme: "p", community: null, membership: null, coaching: null, from: "2026-09-01", until: null };
  return {
    person: { id: "bram", name: "Bram de Wit", email: "bram@example.org", language: "nl" },
    roles: [mine],
    scopes: {},
    programmes: [{ id: "p", name: "Social Work", hue: null }],
    communities: [],
    demo: true,
  };
}
