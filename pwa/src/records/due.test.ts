import { describe, expect, it } from "vitest";
import { coming, type Planned, stillOpen, withoutLogboek } from "./due";

const NOW = new Date("2026-11-24T15:20:00Z");
const session = (id: string, ends: string, more: Planned["fields"] = {}): Planned => ({
  id,
  scope: "agenda:c1",
  fields: { kind: "community", community: "c1", starts: ends, ends, ...more },
});
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe("sessions that have no logboek", () => {
  it("F2 what ended is due, newest first; what is still to come is not", () => {
    const sessions = [
      session("old", "2026-11-10T15:15:00Z"),
      session("new", "2026-11-24T15:15:00Z"),
      session("later", "2026-12-08T15:15:00Z"),
    ];

    expect(ids(withoutLogboek(sessions, [], ["c1"], NOW))).toEqual(["new", "old"]);
    expect(ids(coming(sessions, NOW))).toEqual(["later"]);
  });

  it("not one that was called off, is a training, or is of somebody else's group", () => {
    const ended = "2026-11-24T15:15:00Z";
    const sessions = [
      session("off", ended, { cancelled: true }),
      session("training", ended, { kind: "training" }),
      session("theirs", ended, { community: "c2" }),
    ];

    expect(withoutLogboek(sessions, [], ["c1"], NOW)).toEqual([]);
  });

  it("a draft counts as written: nobody is asked twice", () => {
    const draft = { id: "l1", scope: "self:bram", fields: { session: "new" } };

    expect(withoutLogboek([session("new", "2026-11-24T15:15:00Z")], [draft], ["c1"], NOW)).toEqual([]);
  });

  it("a session without an end lasted an hour", () => {
    const begun: Planned = {
      id: "begun",
      scope: "agenda:c1",
      fields: { kind: "community", community: "c1", starts: "2026-11-24T14:30:00Z" },
    };

    expect(withoutLogboek([begun], [], ["c1"], NOW)).toEqual([]);
    expect(ids(withoutLogboek([begun], [], ["c1"], new Date("2026-11-24T15:31:00Z")))).toEqual(["begun"]);
  });

  it("after three weeks nobody is asked any more", () => {
    expect(withoutLogboek([session("old", "2026-11-01T15:15:00Z")], [], ["c1"], NOW)).toEqual([]);
  });

  it("a coordinator hears of it after 48 hours, also when it is a draft", () => {
    const sessions = [
      session("fresh", "2026-11-23T15:15:00Z"),
      session("open", "2026-11-20T15:15:00Z"),
      session("read", "2026-11-19T15:15:00Z"),
    ];
    const logboeken = [{ id: "l1", scope: "coaching:g1", fields: { session: "read" } }];

    expect(ids(stillOpen(sessions, logboeken, ["c1"], NOW))).toEqual(["open"]);
  });
});
