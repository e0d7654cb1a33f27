import { describe, expect, it } from "vitest";
import starter from "../../../../shared/starter/templates.json";
import { derivedId } from "../../records/ids";
import type { Question, Template } from "../../records/types.gen";
import { heads, note, noteTheRest, presence } from "./attendance";
import { handingIn, nextNumber, nextVersion, unplanned } from "./handin";
import { earlierThan, matches, ownHistory, wordsOf } from "./history";
import { occasion } from "./occasion";
import { chipsOf, prefilled, templateFor, untouched, variant } from "./prefill";
import { answer, canHandIn, judge, minimumDone, takenAway, undo } from "./taps";

const SESSION = starter["logboek.session"] as Template;
const NOBODY = starter["logboek.nobody"] as Template;
const TALK = starter["logboek.talk"] as Template;
const NOW = new Date("2026-11-24T15:20:00");
const PLAN = [
  { id: "check_in", title: "Check-in" },
  { id: "brief_aan_jezelf", title: "Brief aan jezelf" },
];
const question = (id: string): Question => SESSION.questions.find((one) => one.id === id) as Question;
const member = (id: string) => ({ person: `p-${id}`, member: id, name: id, from: undefined });

describe("F2 a logboek opens prefilled", () => {
  const session = { id: "s1", fields: { starts: "2026-11-24T14:00:00", plan: PLAN } };
  const fields = prefilled({
    session,
    community: { id: "c1", kind: "group" },
    coach: "bram",
    template: SESSION,
    now: NOW,
  });

  it("with day, community, plan and coach", () => {
    expect(fields).toMatchObject({
      session: "s1",
      community: "c1",
      on: "2026-11-24",
      done: ["check_in", "brief_aan_jezelf"],
      coaches: ["bram"],
    });
  });

  it("with 'no, all good' standing ready and the version of its questions", () => {
    expect(fields).toMatchObject({ need: ["nothing"], template: "logboek.session", template_version: SESSION.version });
  });

  it("left as it was filled in it is untouched; one tap, or a chip taken away, and it is a draft", () => {
    expect(untouched(fields, SESSION, PLAN)).toBe(true);
    expect(untouched({ ...fields, mood: 3 }, SESSION, PLAN)).toBe(false);
    expect(untouched({ ...fields, done: ["check_in"] }, SESSION, PLAN)).toBe(false);
    expect(untouched({ ...fields, depth: "Iets." }, SESSION, PLAN)).toBe(false);
  });

  it("without a session it is today's, and hangs on nothing yet", () => {
    const bare = prefilled({
      session: null,
      community: { id: "c1", kind: "group" },
      coach: "bram",
      template: SESSION,
      now: NOW,
    });

    expect(bare).toMatchObject({ on: "2026-11-24" });
    expect(bare).not.toHaveProperty("session");
    expect(bare).not.toHaveProperty("done");
  });

  it("F131 a duo and a talk are asked in words without a group", () => {
    expect(templateFor("pair", "community")).toBe("logboek.talk");
    expect(templateFor("group", "individual")).toBe("logboek.talk");
    expect(templateFor("group", "community")).toBe("logboek.session");
    expect(variant(TALK, [])).toMatchObject({ template: "logboek.talk", need: ["nothing"] });
  });

  it("blocks of the plan lead the chips, and none stands there twice", () => {
    const chips = chipsOf(question("done"), PLAN, { done: ["from_another_phone"] });

    expect(chips.slice(0, 2)).toEqual(["check_in", "brief_aan_jezelf"]);
    expect(chips).toContain("from_another_phone");
    expect(new Set(chips).size).toBe(chips.length);
  });
});

describe("F3 everything is a tap", () => {
  it("an emptied answer is taken away", () => {
    expect(answer(question("topics"), { topics: ["exams"] }, [])).toEqual({ topics: null });
    expect(answer(question("voices"), { voices: "keen" }, [])).toEqual({ voices: null });
    expect(answer(question("mood"), {}, ["4"])).toEqual({ mood: 4 });
  });

  it("'no, all good' goes when something else is tapped, and comes back when nothing is left", () => {
    expect(answer(question("need"), { need: ["nothing"] }, ["nothing", "call"])).toEqual({ need: ["call"] });
    expect(answer(question("need"), { need: ["call"] }, ["call", "nothing"])).toEqual({ need: ["nothing"] });
    expect(answer(question("need"), { need: ["call"] }, [])).toEqual({ need: ["nothing"] });
  });

  it("a second tap on what was done asks first, and takes nothing away", () => {
    expect(takenAway(question("done"), { done: ["check_in", "fun"] }, ["fun"])).toBe("check_in");
    expect(takenAway(question("done"), { done: ["fun"] }, ["fun", "check_in"])).toBeUndefined();
    expect(takenAway(question("topics"), { topics: ["exams"] }, [])).toBeUndefined();
  });

  it("F34 it worked, or not; the same answer again takes it back", () => {
    expect(judge({}, "check_in", "yes")).toEqual({ "worked.check_in": "yes" });
    expect(judge({ "worked.check_in": "yes" }, "check_in", "yes")).toEqual({ "worked.check_in": null });
  });

  it("'not done after all' takes the judgement along", () => {
    expect(undo({ done: ["check_in"], "worked.check_in": "no" }, "check_in")).toEqual({
      done: null,
      "worked.check_in": null,
    });
  });

  it("only the mood is needed, and nothing when nobody came", () => {
    expect(canHandIn(SESSION, {})).toBe(false);
    expect(canHandIn(SESSION, { mood: 1 })).toBe(true);
    expect(canHandIn(NOBODY, {})).toBe(true);
  });

  it("F15 the open question waits for the last tap of the minimum, the battery too, but not for 'next time'", () => {
    const taps = { mood: 4, done: ["fun"], topics: ["exams"], role: ["ask"], voices: "fine", need: ["nothing"] };

    expect(minimumDone(SESSION, taps)).toBe(false);
    expect(minimumDone(SESSION, { ...taps, energy: "half" })).toBe(true);
    expect(minimumDone(SESSION, { ...taps, energy: "half", done: ["praatplaat"] })).toBe(false);
    expect(minimumDone(SESSION, { ...taps, energy: "half", done: ["praatplaat"], tool: "yes" })).toBe(true);
  });
});

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

describe("handing in", () => {
  const all = Object.values(starter) as Template[];
  const handIn = (fields: Record<string, unknown>, template = SESSION) =>
    handingIn({
      entry: { id: "l1", fields },
      session: "s1",
      coaching: "g1",
      template,
      templates: all,
      members: [],
      noted: [],
      now: NOW,
    });

  it("is a move to the coaching, with the moment", () => {
    const { scope, set } = handIn({ mood: 3, session: "s1" });

    expect(scope).toBe("coaching:g1");
    expect(set).toEqual({ handed_in: NOW.toISOString() });
  });

  it("the first moment stays when it is handed in again", () => {
    expect(handIn({ handed_in: "2026-11-23T10:00:00Z", session: "s1" }).set).toEqual({
      handed_in: "2026-11-23T10:00:00Z",
    });
  });

  it("taps that only another variant asks for do not go along; typed words do", () => {
    const { set } = handIn({ mood: 3, done: ["fun"], "worked.fun": "yes", why: ["exams"], depth: "Iets." }, NOBODY);

    expect(set).toMatchObject({ mood: null, done: null, "worked.fun": null });
    expect(set).not.toHaveProperty("why");
    expect(set).not.toHaveProperty("depth");
  });

  it("F6 a new version has the same words and names the one it follows", () => {
    expect(nextVersion({ id: "l1", fields: { mood: 3, depth: "Iets.", handed_in: "x" } })).toEqual({
      mood: 3,
      depth: "Iets.",
      version_of: "l1",
    });
  });

  it("without a planned session one is made that ended just now, with the next number", () => {
    const sessions = [{ fields: { community: "c1", number: 4 } }, { fields: { community: "c2", number: 9 } }];
    const made = unplanned({ id: "c1", kind: "group" }, nextNumber(sessions, "c1"), NOW);

    expect(made).toMatchObject({
      kind: "community",
      community: "c1",
      number: 5,
      ends: new Date("2026-11-24T15:15:00").toISOString(),
    });
  });
});

describe("F7 the own history", () => {
  const entry = (id: string, on: string, scope = "coaching:g1", author = "bram") => ({
    id,
    scope,
    author,
    fields: { on, community: "c1" },
  });
  const all = [
    entry("1", "2026-10-01"),
    entry("2", "2026-11-01"),
    entry("3", "2026-09-01", "self:bram"),
    entry("4", "2026-11-02", "coaching:g2", "joris"),
  ];

  it("F4 drafts first, then newest first, and nobody else's", () => {
    expect(ownHistory(all, "bram").map(({ id }) => id)).toEqual(["3", "2", "1"]);
  });

  it("those before one, newest first", () => {
    expect(earlierThan(entry("2", "2026-11-01"), all, "bram").map(({ id }) => id)).toEqual(["1", "3"]);
  });

  it("is searched through every word, in any order, accents and capitals aside", () => {
    const words = wordsOf(
      [
        {
          id: "depth",
          ask: "Wat viel op?",
          chosen: [{ id: "x", label: "Brief aan jezelf" }],
          text: "Eén zin over Élise",
          skipped: false,
        },
      ],
      ["Lokaal 3.12"],
    );

    expect(matches(words, "elise brief")).toBe(true);
    expect(matches(words, "lokaal 3.12")).toBe(true);
    expect(matches(words, "viel op")).toBe(false);
  });
});

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
