import { describe, expect, it } from "vitest";
import { derivedId } from "../../records/ids";
import { heads, note, noteTheRest, presence } from "./attendance";

const member = (id: string) => ({ person: `p-${id}`, member: id, name: id, from: undefined });

describe("F62 attendance", () => {
  const members = ["m1", "m2", "m3"].map(member);
  const noted = [{ fields: { session: "s1", member: "m2", state: "absent" as const } }];

  it("everybody is there until tapped away", () => {
    expect(heads(presence(members, [], "s1"))).toBe(3);
    expect(heads(presence(members, noted, "s1"))).toBe(2);
    expect(heads(presence(members, noted, "another"))).toBe(3);
    expect(heads(presence(members, noted, undefined))).toBe(3);
  });

  it("a tap is one record whose id follows from session and member", () => {
    expect(note("s1", "m1", "absent", noted)).toMatchObject({
      id: derivedId("attendance", ["s1", "m1"]),
      scope: "member:m1:record",
      known: false,
    });
    expect(note("s1", "m2", "present", noted).known).toBe(true);
  });

  it("handing in writes down the rest as present", () => {
    const rest = noteTheRest("s1", members, noted, false);

    expect(rest.map(({ fields }) => [fields.member, fields.state])).toEqual([
      ["m1", "present"],
      ["m3", "present"],
    ]);
  });

  it("when nobody came nobody was there, whatever was tapped before", () => {
    const tapped = [...noted, { fields: { session: "s1", member: "m3", state: "present" as const } }];

    expect(noteTheRest("s1", members, tapped, true).map(({ fields }) => fields.member)).toEqual(["m1", "m3"]);
  });
});
