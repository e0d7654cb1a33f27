import { describe, expect, it } from "vitest";
import type { Me } from "../../records/account";
import type { HeldDraft } from "../../store/held";
import type { Shown } from "../../store/live";
import { besides, settledBy } from "./waiting";

const me = (scope: string) =>
  ({ person: { id: "bram" }, scopes: { [scope]: { write: ["session"] } } }) as unknown as Me;
const record = (more: object = {}) =>
  ({
    kind: "logboek",
    id: "l1",
    scope: "self:bram",
    author: "bram",
    fields: { depth: "nu" },
    siblings: [],
    ...more,
  }) as unknown as Shown;
const draft = (mid: string, set: object, id = "l1") =>
  ({
    mid,
    id,
    kind: "logboek",
    set,
    reason: "chain",
    at: `2026-11-20T10:00:0${mid}Z`,
    here: false,
    added: {},
  }) as HeldDraft;

describe("what waits beside a record", () => {
  const drafts = [
    draft("2", { depth: "eerst, en later", mood: null }),
    draft("1", { depth: "eerst,", next_own: "soep", session: "s" }),
  ];

  it("is also what did not arrive, as one version of one's own, without where it was to lie", () => {
    const waiting = besides(record(), drafts, me("self:bram"));

    expect(waiting).toMatchObject([
      { mid: "2", author: "bram", set: { depth: "eerst, en later", next_own: "soep" }, held: true },
    ]);
    expect(waiting[0]?.set).not.toHaveProperty("session");
    expect(settledBy(record(), drafts, waiting)).toEqual(["2", "1"]);
  });

  it("is two versions where one wrote apart, on two devices", () => {
    const apart = [
      draft("2", { depth: "op de laptop" }),
      draft("1", { depth: "op de telefoon" }),
      draft("3", { mood: 4 }),
    ];

    const versions = besides(record(), apart, me("self:bram")).map(({ set }) => set);

    expect(versions).toEqual([{ depth: "op de telefoon", mood: 4 }, { depth: "op de laptop" }]);
  });

  it("is nothing where one may not write, and nothing of other records", () => {
    expect(besides(record({ author: "joris" }), drafts, me("self:bram"))).toEqual([]);
    expect(besides(record(), drafts, me("self:joris"))).toEqual([]);
    expect(besides(record(), [draft("1", { depth: "x" }, "other")], me("self:bram"))).toEqual([]);
  });

  it("may be written in a logboek that names one, and in a session where one plans", () => {
    expect(besides(record({ author: "joris", fields: { coaches: ["bram"] } }), drafts, me("self:bram"))).toHaveLength(
      1,
    );
    expect(besides(record({ author: "joris", kind: "session" }), drafts, me("self:bram"))).toHaveLength(1);
  });

  it("is not what one wanted to throw away", () => {
    expect(besides(record(), [draft("1", { deleted: true })], me("self:bram"))).toEqual([]);
  });
});
