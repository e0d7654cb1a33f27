import fc from "fast-check";
import { expect, test } from "vitest";
import { type Run, runs, type Take, takenFrom, takesIn } from "./runs";
import { clash } from "./words";

const word = fc.constantFrom("de", "het", "een", "ik", "was", "niet", "koud.", "constructor", "__proto__", "👩‍👩‍👧");
const gap = fc.constantFrom(" ", " ", "\n", "\n\n", "  ");
const text = fc
  .array(fc.tuple(word, gap), { maxLength: 30 })
  .map((words) => words.map(([one, space]) => one + space).join(""));

const wordsOf = (value: string): string[] => value.match(/\S+/g) ?? [];
const count = (value: string, one: string) => wordsOf(value).filter((other) => other === one).length;
const every = (all: readonly Run[], take: Take) => all.map(() => take);

test("to take both everywhere loses no word of either side", () => {
  fc.assert(
    fc.property(text, text, (theirs, mine) => {
      const both = takenFrom(runs(theirs, mine), []);

      for (const one of new Set(wordsOf(`${theirs} ${mine}`)))
        expect(count(both, one)).toBeGreaterThanOrEqual(Math.max(count(theirs, one), count(mine, one)));
    }),
    { numRuns: 2000 },
  );
});

test("to take one side everywhere gives that side: theirs letter by letter, mine word by word", () => {
  fc.assert(
    fc.property(text, text, (theirs, mine) => {
      const all = runs(theirs, mine);

      expect(takenFrom(all, every(all, { theirs: true, mine: false }))).toBe(theirs.trimEnd());
      expect(wordsOf(takenFrom(all, every(all, { theirs: false, mine: true })))).toEqual(wordsOf(mine));
    }),
    { numRuns: 2000 },
  );
});

test("whatever is taken, each run that stays stands there whole and in its place", () => {
  const take = fc.record({ theirs: fc.boolean(), mine: fc.boolean() });
  fc.assert(
    fc.property(text, text, fc.array(take, { maxLength: 40 }), (theirs, mine, takes) => {
      const all = runs(theirs, mine);

      const stays = all.flatMap((run, index) => {
        if ("same" in run) return wordsOf(run.same);
        const { theirs: one, mine: other } = takes[index] ?? { theirs: true, mine: true };
        return wordsOf(`${one ? run.theirs : ""} ${other ? run.mine : ""}`);
      });
      expect(wordsOf(takenFrom(all, takes))).toEqual(stays);
    }),
    { numRuns: 2000 },
  );
});

test("two sentences part where their words do", () => {
  expect(runs("Het was koud en nat.", "Het was guur en nat. Jesse zweeg.")).toEqual([
    { same: "Het was " },
    { theirs: "koud ", mine: "guur " },
    { same: "en nat. " },
    { theirs: "", mine: "Jesse zweeg." },
  ]);
});

test("the machine's join asks for a look where both wrote in one place, and nowhere else", () => {
  expect(clash("het ging goed", "het ging heel goed", "het ging niet goed")).toBe(true);
  expect(clash("het ging goed", "nu ging het ging goed", "het ging goed met Bram")).toBe(false);
  expect(clash("het ging goed", "het ging goed", "het ging niet goed")).toBe(false);
  expect(clash("", "Wandelen.", "Binnen blijven.")).toBe(true);
});

test("which sides of each run stand in a text that was made of both can be told", () => {
  const all = runs("naar de vijver en terug.", "naar de molen en terug. Het regende.");

  expect(takesIn(all, "naar de molen en terug. Het regende.").filter((_, at) => !("same" in (all[at] as Run)))).toEqual(
    [
      { theirs: false, mine: true },
      { theirs: true, mine: true },
    ],
  );
  const moved = runs("Het was koud.", "Het was guur. Jesse zweeg.");
  expect(takesIn(moved, "Het was guur. Jesse zweeg. koud.")).toEqual(every(moved, { theirs: true, mine: true }));
  fc.assert(
    fc.property(text, text, (theirs, mine) => {
      const both = runs(theirs, mine);
      expect(takesIn(both, takenFrom(both, []))).toEqual(every(both, { theirs: true, mine: true }));
    }),
  );
});
