import fc from "fast-check";
import { expect, test } from "vitest";
import { addedWords, mergeWords } from "./words";

const PATIENCE = 60_000;
const COMMON = ["de", "het", "een", "en", "ik", "was", "niet", "constructor", "__proto__", "toString", "…", "👩‍👩‍👧"];
const gap = fc.constantFrom(" ", " ", " ", "\n", "\n\n", "  ");
const common = fc.constantFrom(...COMMON);
const text = fc
  .array(fc.tuple(common, gap), { maxLength: 30 })
  .map((words) => words.map(([word, space]) => word + space).join(""));

type Edit = { at: number; drop: number; put: string[]; space: string };
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(30),
  drop: fc.nat(4),
  put: fc.array(common, { maxLength: 4 }),
  space: gap,
});
const edits = fc.array(edit, { maxLength: 4 });

/** Edits a text and makes each typed word unique, so that no accident can hide a lost one. */
function edited(base: string, changes: Edit[], hand: string): { text: string; typed: string[] } {
  const words: string[] = base.match(/\s+|\S+/g) ?? [];
  const typed: string[] = [];
  for (const { at, drop, put, space } of changes) {
    const unique = put.map((word, index) => `${word}${hand}${typed.length + index}`);
    typed.push(...unique);
    words.splice(at, drop, ...unique.flatMap((word) => [space, word, space]));
  }
  const result = words.join("");
  return { text: result, typed: typed.filter((word) => wordsOf(result).includes(word)) };
}

const wordsOf = (value: string): string[] => value.match(/\S+/g) ?? [];
const count = (value: string, word: string) => wordsOf(value).filter((other) => other === word).length;

test(
  "no word that either side typed is lost, over 3000 merges",
  () => {
    fc.assert(
      fc.property(text, edits, edits, (base, left, right) => {
        const [mine, theirs] = [edited(base, left, "m"), edited(base, right, "t")];
        const merged = mergeWords(base, mine.text, theirs.text);

        for (const word of [...mine.typed, ...theirs.typed]) expect(count(merged, word)).toBe(1);
      }),
      { numRuns: 3000 },
    );
  },
  PATIENCE,
);

test(
  "words of everyday language that both sides add are all kept",
  () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const merged = mergeWords(base, mine, theirs);

        for (const word of COMMON) {
          const added = Math.max(count(mine, word), count(theirs, word)) - count(base, word);
          expect(count(merged, word)).toBeGreaterThanOrEqual(added);
        }
      }),
      { numRuns: 1500 },
    );
  },
  PATIENCE,
);

const TYPED = /[mt]\d+$/;

/** How many of 2000 merges repeat a typed word when they are merged once more with the same text. */
function doubled(base: fc.Arbitrary<string>): number {
  let repeated = 0;
  fc.assert(
    fc.property(base, edits, edits, (before, left, right) => {
      const [mine, theirs] = [edited(before, left, "m").text, edited(before, right, "t").text];
      const once = mergeWords(before, mine, theirs);
      const twice = mergeWords(before, mine, once);

      const words = wordsOf(`${mine} ${theirs}`).filter((word) => TYPED.test(word));
      if (words.some((word) => count(twice, word) > count(once, word))) repeated++;
      for (const word of words) expect(count(twice, word)).toBeGreaterThanOrEqual(count(once, word));
    }),
    { numRuns: 2000 },
  );
  return repeated;
}

test(
  "merging what was merged already repeats a typed word in less than one of 200 merges, however often words repeat",
  () => {
    expect(doubled(text)).toBeLessThan(10);
  },
  PATIENCE,
);

test(
  "merging what was merged already repeats a typed word in less than one of 500 merges, where words do not repeat",
  () => {
    const distinct = fc.nat(25).map((length) => Array.from({ length }, (_, i) => `w${i}`).join(" "));

    expect(doubled(distinct)).toBeLessThan(4);
  },
  PATIENCE,
);

test(
  "where only one side wrote, that side is taken letter by letter",
  () => {
    fc.assert(
      fc.property(text, text, (base, mine) => {
        expect(mergeWords(base, base, mine)).toBe(mine);
        expect(mergeWords(base, mine, base)).toBe(mine);
        expect(mergeWords(base, mine, mine)).toBe(mine);
      }),
    );
  },
  PATIENCE,
);

test(
  "without a common ancestor everything on both sides stays",
  () => {
    fc.assert(
      fc.property(text, edits, edits, (base, left, right) => {
        const [mine, theirs] = [edited(base, left, "m").text, edited(base, right, "t").text];
        const merged = mergeWords(null, mine, theirs);

        for (const word of wordsOf(`${mine} ${theirs}`)) {
          expect(count(merged, word)).toBeGreaterThanOrEqual(Math.max(count(mine, word), count(theirs, word)));
        }
      }),
      { numRuns: 1500 },
    );
  },
  PATIENCE,
);

test(
  "two long texts with everything different merge well before anyone gives up waiting",
  () => {
    const long = (hand: string) => Array.from({ length: 20_000 }, (_, i) => `de ${hand}${i}`).join(" ");

    const merged = mergeWords(long("b"), long("m"), long("t"));

    expect(wordsOf(merged).length).toBeGreaterThanOrEqual(60_000);
  },
  PATIENCE,
);

test(
  "a long text with many common words merges well before anyone gives up waiting",
  () => {
    const base = Array.from({ length: 2000 }, (_, i) => COMMON[(i * 7) % 5]).join(" ");
    const shuffled = (step: number) => Array.from({ length: 2000 }, (_, i) => COMMON[(i * step) % 5]).join(" ");

    const merged = mergeWords(base, shuffled(3), shuffled(11));

    expect(new Set(wordsOf(merged))).toEqual(new Set(COMMON.slice(0, 5)));
  },
  PATIENCE,
);

test("the words someone added can be told apart from those that were there", () => {
  expect(addedWords("het ging goed", "het ging heel goed met Bram")).toBe("heel … met Bram");
  expect(addedWords("het ging goed", "het goed")).toBe("");
});
