import { describe, expect, it } from "vitest";
import type { Planned } from "../../records/due";
import { toRead } from "../../records/unread";
import { type Draft, goalNow, justEnded, nextSession, questions, sharedGoals, thisWeek, toWrite } from "./today";

const NOW = new Date("2026-11-24T15:20:00Z");
const BRAM = { person: "bram", communities: ["c1"] };
const session = (id: string, ends: string, more: Planned["fields"] = {}): Planned => ({
  id,
  scope: "agenda:c1",
  fields: { kind: "community", community: "c1", starts: ends, ends, ...more },
});
const logboek = (id: string, scope: string, fields: Draft["fields"] = {}, author = "bram"): Draft => ({
  id,
  scope,
  author,
  fields,
});

describe("Vandaag of a coach", () => {
  it("F2 the session that just ended stands first", () => {
    const sessions = [session("s1", "2026-11-17T15:15:00Z"), session("s2", "2026-11-24T15:15:00Z")];

    const [first] = toWrite(sessions, [], BRAM, NOW);

    expect(first?.session?.id).toBe("s2");
    expect(justEnded(first?.session, NOW)).toBe(true);
    expect(justEnded(sessions[0], NOW)).toBe(false);
  });

  it("F4 a logboek that was begun stands where its session stood, several of them too", () => {
    const sessions = [session("s1", "2026-11-17T15:15:00Z"), session("s2", "2026-11-24T15:15:00Z")];
    const drafts = [logboek("l1", "self:bram", { session: "s1" }), logboek("l0", "self:bram", { on: "2026-11-20" })];

    expect(toWrite(sessions, drafts, BRAM, NOW).map(({ session: s, draft }) => draft?.id ?? s?.id)).toEqual([
      "s2",
      "l0",
      "l1",
    ]);
  });

  it("what was handed in asks for nothing", () => {
    const done = logboek("l1", "coaching:g1", { session: "s1" });

    expect(toWrite([session("s1", "2026-11-24T15:15:00Z")], [done], BRAM, NOW)).toEqual([]);
  });

  it("the next session is the first that goes on", () => {
    const sessions = [
      session("off", "2026-12-01T15:15:00Z", { cancelled: true }),
      session("on", "2026-12-08T15:15:00Z"),
    ];

    expect(nextSession(sessions, NOW)?.id).toBe("on");
    expect(thisWeek(sessions, NOW)).toEqual([]);
  });

  it("a question that waits for an answer is shown, an answered one is not", () => {
    const entry = logboek("l1", "coaching:g1");
    const review = { id: "1", author: "cora", fields: { logboek: "l1", state: "question" as const, text: "Hoe?" } };
    const reply = { id: "2", author: "bram", fields: { about: "l1", text: "Zo." } };

    expect(questions([entry], [review], [], "bram")).toHaveLength(1);
    expect(questions([entry], [review], [reply], "bram")).toEqual([]);
  });
});

describe("Vandaag of a coordinator", () => {
  it("counts what others handed in and one has not opened", () => {
    const all = [
      logboek("new", "coaching:g1"),
      logboek("opened", "coaching:g1"),
      logboek("done", "coaching:g1"),
      logboek("own", "coaching:g1", {}, "cora"),
    ];
    const receipts = [{ fields: { record: "opened", reader: "cora" } }];
    const reviews = [{ id: "1", author: "senna", fields: { logboek: "done", state: "done" as const } }];

    expect(toRead(all, reviews, receipts, "cora").map(({ id }) => id)).toEqual(["new"]);
  });
});

describe("what is read, and what is new again", () => {
  it("F57 a logboek that changed after it was read asks to be read again; one with a newer version does not", () => {
    const all = [
      logboek("1", "coaching:g1"),
      logboek("2", "coaching:g1"),
      logboek("3", "coaching:g1", { version_of: "2" }),
    ];
    const receipts = [{ fields: { record: "1", reader: "cora", rev: "g1.1" } }];

    const again = all.map((one) => ({ ...one, rev: "g1.2" }));

    expect(toRead(again, [], receipts, "cora").map(({ id }) => id)).toEqual(["1", "3"]);
  });

  it("F39 a coach hears who shares goals, and whether one of them is not opened yet", () => {
    const goal = (id: string, scope: string) => ({ id, scope, author: "sanne", rev: "g1.1", fields: {} });
    const goals = [goal("1", "member:m1:shared"), goal("2", "member:m1:shared"), goal("3", "self:sanne")];

    const found = sharedGoals(goals, [{ fields: { record: "1", reader: "bram", rev: "g1.1" } }], "bram");

    expect(found).toEqual({ sharers: ["sanne"], unread: 1 });
  });
});

describe("Vandaag of a coachee", () => {
  const goal = (id: string, state?: string) => ({
    id,
    author: "sanne",
    fields: { text: id, ...(state ? { state } : {}) },
  });

  it("the newest open goal, with the step whose day comes first", () => {
    const steps = [
      { id: "a", fields: { goal: "2", text: "later", on: "2026-12-20" } },
      { id: "b", fields: { goal: "2", text: "soon", on: "2026-12-01" } },
      { id: "c", fields: { goal: "2", text: "taken", on: "2026-11-01", done: true } },
    ];

    const found = goalNow([goal("1"), goal("2", "open"), goal("3", "let_go")], steps, "sanne");

    expect(found?.goal.id).toBe("2");
    expect(found?.step?.fields.text).toBe("soon");
    expect(goalNow([goal("1")], [], "sanne")?.step).toBeUndefined();
    expect(goalNow([goal("1")], [], "bram")).toBeUndefined();
  });
});
