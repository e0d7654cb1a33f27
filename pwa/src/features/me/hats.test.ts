import { describe, expect, it } from "vitest";
import type { Me, Role } from "../../records/account";
import { hatLines, wornIndex } from "./hats";

const role = (name: Role["role"], community: string | null, programme = "s4s"): Role => ({
  role: name,
  programme,
  community,
  membership: null,
  coaching: null,
  from: "2026-09-01",
  until: null,
});
const me = {
  person: { id: "b", name: "Bram", email: null, language: "nl" },
  roles: [role("coach", "c1"), role("senior", null), role("coach", "gone", "p2p")],
  scopes: {},
  programmes: [
    { id: "s4s", name: "Students4Students", hue: null },
    { id: "p2p", name: "Peer2Peer", hue: null },
  ],
  communities: [{ id: "c1", name: "SW1A", kind: "group", programme: "s4s", coachings: [] }],
  demo: false,
} satisfies Me;

describe("the hats one can wear", () => {
  it("are named by group where there is one, else by programme", () => {
    expect(hatLines(me).map(({ place, programme }) => [place, programme])).toEqual([
      ["SW1A", "Students4Students"],
      ["Students4Students", ""],
      ["Peer2Peer", ""],
    ]);
  });

  it("know which of two alike is worn", () => {
    expect(wornIndex(me, me.roles[2] ?? null)).toBe(2);
    expect(wornIndex(me, null)).toBe(-1);
  });
});
