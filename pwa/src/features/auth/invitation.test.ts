import { describe, expect, it } from "vitest";
import type { Me, Offer } from "../../records/account";
import { invitee, masked, missing, proofOf } from "./invitation";

const open: Offer = {
  role: "coachee",
  programme: "S4S",
  hue: null,
  community: "SW1A",
  by: "Cora",
  sent_to: null,
  until: "",
};
const bound: Offer = { ...open, role: "coach", sent_to: "b…@school.nl" };
const bram = { person: { id: "b", name: "Bram", email: "bram@school.nl", language: "nl" } } as Me;

describe("an invitation", () => {
  it("needs one tap of whoever is signed in as the one who is meant", () => {
    expect(invitee(open, bram)).toBe("join");
    expect(invitee(bound, bram)).toBe("join");
  });

  it("asks a stranger, and tells someone else whose it is", () => {
    expect(invitee(open, null)).toBe("stranger");
    expect(invitee({ ...bound, sent_to: "s…@school.nl" }, bram)).toBe("other");
  });

  it("wants a name always, and a mail address only if it does not know one", () => {
    expect(missing(open, { name: " " })).toBe("name");
    expect(missing(open, { name: "Sanne", email: "sanne" })).toBe("email");
    expect(missing(open, { name: "Sanne", email: "sanne@school.nl" })).toBeNull();
    expect(missing(bound, { name: "Bram" })).toBeNull();
  });

  it("is proven by its own token where the address is a secret", async () => {
    const calls: string[][] = [];
    const note = (...said: string[]) => Promise.resolve(void calls.push(said) as never);
    const net = { verify: note, verifyInvited: note };

    await proofOf(net, "token", bound, { name: "Bram" }, "123456");
    await proofOf(net, "token", open, { name: "Sanne", email: " sanne@school.nl " }, "123456");

    expect(calls).toEqual([
      ["token", "123456"],
      ["sanne@school.nl", "123456"],
    ]);
  });

  it("shows an address as the server does", () => {
    expect(masked("sanne@school.nl")).toBe("s…@school.nl");
    expect(masked(null)).toBe("…@");
  });
});
