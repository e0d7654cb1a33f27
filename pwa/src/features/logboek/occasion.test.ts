import { describe, expect, it } from "vitest";
import { occasion } from "./occasion";

describe("what the depth rules look at", () => {
  const held = (id: string, starts: string) => ({ id, fields: { community: "c1", starts } });
  const sessions = [held("s1", "2026-10-01T14:00:00Z"), held("s2", "2026-11-12T14:00:00Z")];

  it("the first session, weeks since the one before, and who is new", () => {
    const base = { answers: {}, sessions, heads: 2, members: [{ member: "m1", from: "2026-10-20T00:00:00Z" }] };

    expect(occasion({ ...base, session: sessions[0] })).toMatchObject({ facts: { first: true, newcomer: false } });
    expect(occasion({ ...base, session: sessions[1] })).toMatchObject({
      facts: { first: false, newcomer: true },
      counts: { present: 2, planned: 1, weeks: 6 },
    });
  });
});
