import { expect, test } from "vitest";
import { later } from "../../i18n/nl.later";
import { Failure } from "../../net/failure";
import type { Invitation } from "../../records/account";
import type { Community } from "../../records/hats";
import { communitiesOf, found, openOf } from "./invites";
import { wrongOf } from "./problems";

const invitation = (id: string, until: string, programme = "p1"): Invitation => ({
  id,
  programme,
  role: "coachee",
  community: null,
  email: null,
  uses_left: 1,
  until,
  url: "",
});
const community = (name: string, programme = "p1"): Community => ({
  id: name,
  name,
  kind: "group",
  programme,
  coachings: [],
});

test("the newest invitation stands on top, and only those of this programme", () => {
  const all = [
    invitation("first", "2026-12-01T10:00:00.000Z"),
    invitation("elsewhere", "2026-12-02T10:00:00.000Z", "p2"),
    invitation("last", "2026-12-03T09:00:00+01:00"),
  ];

  expect(openOf(all, "p1").map(({ id }) => id)).toEqual(["last", "first"]);
  expect(openOf(all, undefined)).toEqual([]);
});

test("groups stand by name as people count, and are found by a part of it", () => {
  const own = communitiesOf(
    ["Groep 10", "Groep 2", "José en Ann"].map((name) => community(name)).concat(community("x", "p2")),
    "p1",
  );

  expect(own.map(({ name }) => name)).toEqual(["Groep 2", "Groep 10", "José en Ann"]);
  expect(found(own, " jose", null).map(({ name }) => name)).toEqual(["José en Ann"]);
  expect(found(own, "jose", "Groep 2").map(({ name }) => name)).toEqual(["Groep 2", "José en Ann"]);
  expect(found(own, "", null)).toEqual(own);
});

test.each([
  [new Failure("offline"), { at: null, problem: "offline" }],
  [new Failure("signed_out", "signed_out"), { at: null, problem: "signed_out" }],
  [new Failure("revoked", "revoked"), { at: null, problem: "signed_out" }],
  [new Failure("busy", "too_many"), { at: null, problem: "tooMany" }],
  [new Failure("busy", "busy"), { at: null, problem: "server" }],
  [new Failure("refused", "not_found"), { at: null, problem: "gone" }],
  [new Failure("refused", "malformed"), { at: null, problem: "unknown" }],
  [new Failure("refused", "malformed", { email: "invalid" }), { at: "email", problem: "email" }],
  [new Failure("refused", "malformed", { uses: "invalid" }), { at: "uses", problem: "uses" }],
  [new Failure("refused", "malformed", { community: "missing" }), { at: "community", problem: "community" }],
  [new Failure("refused", "malformed", { "new_community.name": "invalid" }), { at: "name", problem: "name" }],
  [new Failure("refused", "malformed", { "new_community.name": "taken" }), { at: "name", problem: "taken" }],
] as const)("what the server says no with has a place and a sentence: %o", (failure, wrong) => {
  expect(wrongOf(failure)).toEqual(wrong);
  expect(later.invites.problem[wrong.problem]).toMatch(/^\p{Lu}.*\.$/u);
});
