import { expect, test } from "vitest";
import type { Community } from "../../records/hats";
import { BLANK, byLink, type Form, flawOf, kindOf, NEW, placeOf, usesOf, wanted } from "./form";

const community = (id: string, kind: Community["kind"] = "group"): Community => ({
  id,
  name: id,
  kind,
  programme: "p1",
  coachings: [],
});
const THERE = [community("sw1a"), community("duo", "pair")];
const filled = (some: Partial<Form>): Form => ({ ...BLANK, ...some });
const student = (some: Partial<Form> = {}) => filled({ role: "coachee", community: "sw1a", ...some });

test("what is missing is told from the top", () => {
  expect(flawOf(BLANK, THERE)).toBe("role");
  expect(flawOf(filled({ role: "coach" }), THERE)).toBe("community");
  expect(flawOf(filled({ role: "coach", community: "gone" }), THERE)).toBe("community");
  expect(flawOf(filled({ role: "coach", community: NEW, name: "  " }), THERE)).toBe("name");
  expect(flawOf(filled({ role: "coach", community: "sw1a" }), THERE)).toBe("email");
  expect(flawOf(filled({ role: "coach", community: "sw1a", email: "bram@school" }), THERE)).toBe("email");
  expect(flawOf(student({ ownUses: "" }), THERE)).toBe("uses");
  expect(flawOf(student({ ownUses: "0" }), THERE)).toBe("uses");
  expect(flawOf(student({ ownUses: "201" }), THERE)).toBe("uses");
  expect(flawOf(student({ ownUses: "een" }), THERE)).toBe("uses");
  expect(flawOf(student(), THERE)).toBeNull();
});

test("a role of the whole programme needs a mail address and no group", () => {
  const senior = filled({ role: "senior", community: NEW, email: " fatima@school.nl " });

  expect(flawOf(senior, [])).toBeNull();
  expect(wanted(senior, "p1", THERE)).toEqual({ programme: "p1", role: "senior", email: "fatima@school.nl" });
});

test("a link is for students alone, and works as often as there are students", () => {
  expect(byLink(filled({ role: "coach" }))).toBe(false);
  expect(wanted(student(), "p1", THERE)).toEqual({ programme: "p1", role: "coachee", community: "sw1a", uses: 8 });
  expect(wanted(student({ ownUses: " 12 " }), "p1", THERE)).toMatchObject({ uses: 12 });
  expect(wanted(student({ way: "mail", email: "yara@school.nl" }), "p1", THERE)).toEqual({
    programme: "p1",
    role: "coachee",
    community: "sw1a",
    email: "yara@school.nl",
  });
});

test("a link to a pair works once, whatever number was chosen before", () => {
  expect(usesOf(student({ community: "duo", ownUses: "30" }), THERE)).toBe(1);
  expect(usesOf(student({ community: NEW, kind: "pair" }), THERE)).toBe(1);
  expect(flawOf(student({ community: "duo", ownUses: "" }), THERE)).toBeNull();
});

test("on the first day there is nothing to choose: the group is a new one", () => {
  const first = filled({ role: "coach", name: " Strand ", email: "bram@zee.nl" });

  expect(placeOf(first, [])).toBe(NEW);
  expect(wanted(first, "p1", [])).toEqual({
    programme: "p1",
    role: "coach",
    new_community: { name: "Strand", kind: "group" },
    email: "bram@zee.nl",
  });
});

test("where all are pairs, the next is a pair unless one says otherwise", () => {
  expect(kindOf(BLANK, [community("duo", "pair")])).toBe("pair");
  expect(kindOf(BLANK, THERE)).toBe("group");
  expect(kindOf(filled({ kind: "group" }), [community("duo", "pair")])).toBe("group");
});
