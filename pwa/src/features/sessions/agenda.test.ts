import { describe, expect, it } from "vitest";
import type { Planned } from "../../records/due";
import { ahead, behind, likely, numberOf } from "./agenda";
import { flawOf, instant, momentOf, spanOf, startingAt } from "./moment";

const NOW = new Date("2026-11-24T15:20:00");
const session = (id: string, starts: string, ends: string, more: Planned["fields"] = {}): Planned => ({
  id,
  scope: "agenda:c1",
  fields: { kind: "community", community: "c1", starts, ends, ...more },
});

describe("the agenda", () => {
  const sessions = [
    session("nov", "2026-11-10T14:00", "2026-11-10T15:15", { number: 4, place: "3.12" }),
    session("dec", "2026-12-08T14:00", "2026-12-08T15:15", { number: 5 }),
    session("jan", "2027-01-05T14:00", "2027-01-05T15:15", { number: 6 }),
    session("oct", "2026-10-27T14:00", "2026-10-27T15:15"),
  ];

  it("what comes is soonest first, what was is newest first, each by month", () => {
    expect(ahead(sessions, NOW).map(({ month, sessions: s }) => [month, s[0]?.id])).toEqual([
      ["2026-12", "dec"],
      ["2027-01", "jan"],
    ]);
    expect(behind(sessions, NOW).map(({ month, sessions: s }) => [month, s[0]?.id])).toEqual([
      ["2026-11", "nov"],
      ["2026-10", "oct"],
    ]);
  });

  it("a new session is likely two weeks after the last one, at its time and place", () => {
    expect(likely(sessions.slice(0, 1), "c1", NOW)).toEqual({
      moment: { day: "2026-12-08", from: "14:00", until: "15:15" },
      place: "3.12",
    });
  });

  it("the first one is likely tomorrow afternoon", () => {
    expect(likely([], "c1", NOW)).toEqual({ moment: { day: "2026-11-25", from: "14:00", until: "15:15" }, place: "" });
  });

  it("counts on within its own community", () => {
    expect(numberOf(sessions, "c1")).toBe(7);
    expect(numberOf(sessions, "c2")).toBe(1);
  });
});

describe("a moment", () => {
  it("is written with the offset of here, and read back the same", () => {
    const moment = { day: "2026-12-08", from: "14:00", until: "15:15" };
    const { starts, ends } = spanOf(moment);

    expect(starts).toMatch(/^2026-12-08T14:00:00[+-]\d\d:\d\d$/);
    expect(momentOf(starts, ends)).toEqual(moment);
    expect(new Date(instant("2026-12-08", "14:00")).getHours()).toBe(14);
  });

  it("ends after it starts", () => {
    expect(flawOf({ day: "2026-12-08", from: "14:00", until: "13:00" })).toBe("endsBefore");
    expect(flawOf({ day: "", from: "14:00", until: "15:00" })).toBe("needsDay");
    expect(flawOf({ day: "2026-12-08", from: "14:00", until: "15:00" })).toBeNull();
  });

  it("a later start takes the end along, up to the end of the day", () => {
    const moment = { day: "2026-12-08", from: "14:00", until: "15:15" };

    expect(startingAt(moment, "16:00").until).toBe("17:15");
    expect(startingAt(moment, "23:30").until).toBe("23:59");
  });
});
