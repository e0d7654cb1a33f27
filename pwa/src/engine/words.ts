/** Three texts into one, word by word: what either side added is kept, and where both changed the same place theirs comes first, then mine. */
import { LCS } from "node-diff3";

export interface Word {
  word: string;
  /** The white space after it. It is carried along, not compared: a new line more is no other word. */
  gap: string;
}

/** Beyond this many comparisons two passages count as wholly different: both are kept, in a moment instead of a minute. */
const ENOUGH = 4_000_000;

/** `base` null: there is no common ancestor, so that absence is not deletion and everything on both sides stays. */
export function mergeWords(base: string | null, mine: string, theirs: string): string {
  return written(laid(base, mine, theirs).flatMap(({ out }) => out));
}

/** Whether both wrote in the same place, each something else: there the join is the machine's, and a person has to look at it. */
export function clash(base: string | null, mine: string, theirs: string): boolean {
  return laid(base, mine, theirs).some((part) => !alike(part.out, part.mine) && !alike(part.out, part.theirs));
}

/** The words added to `base` in `mine`, passage by passage. */
export function addedWords(base: string, mine: string): string {
  const [b, m] = [split(base), split(mine)];
  const kept = new Set(matches(b, m).map(([, index]) => index));
  const passages = m.map((word, index) => (kept.has(index) ? null : word.word));
  return passages
    .reduce<string>((text, word) => (word === null ? text && `${text.replace(/ …$/, "")} …` : `${text} ${word}`), "")
    .replace(/ …$/, "")
    .trim();
}

/** The first entry stands for the start of the text and carries the white space there. */
export function split(text: string): Word[] {
  const start = /^\s*/.exec(text)?.[0] ?? "";
  return [
    { word: "", gap: start },
    ...Array.from(text.matchAll(/(\S+)(\s*)/g), ([, word = "", gap = ""]) => ({ word, gap })),
  ];
}

export function written(words: readonly Word[]): string {
  const apart = (word: Word, index: number) =>
    word.gap === "" && index > 0 && index < words.length - 1 ? " " : word.gap;
  return words.map((word, index) => word.word + apart(word, index)).join("");
}

function inBoth(theirs: Word[], mine: Word[]): Word[] {
  return matches(theirs, mine).flatMap(([index]) => theirs[index] ?? []);
}

interface Part {
  mine: readonly Word[];
  theirs: readonly Word[];
  /** What it becomes. */
  out: readonly Word[];
}

function laid(base: string | null, mine: string, theirs: string): Part[] {
  const [m, t] = [split(mine), split(theirs)];
  return parts(base === null ? inBoth(t, m) : split(base), m, t);
}

/** 1. Find the words that all three share, in order. 2. Between two of them each side has its passage. 3. Choose or keep both. */
function parts(base: Word[], mine: Word[], theirs: Word[]): Part[] {
  const toMine = new Map(matches(base, mine));
  const toTheirs = new Map(matches(base, theirs));
  const all: Part[] = [];
  let [b, m, t] = [0, 0, 0];
  for (let at = 0; at <= base.length; at++) {
    const [inMine, inTheirs] = at === base.length ? [mine.length, theirs.length] : [toMine.get(at), toTheirs.get(at)];
    if (inMine === undefined || inTheirs === undefined) continue;
    const part = { mine: mine.slice(m, inMine), theirs: theirs.slice(t, inTheirs) };
    all.push({ ...part, out: passage(base.slice(b, at), part.mine, part.theirs, mine[m - 1]?.gap) });
    if (at < base.length) all.push(everyone(shared(base[at], mine[inMine], theirs[inTheirs])));
    [b, m, t] = [at + 1, inMine + 1, inTheirs + 1];
  }
  return all;
}

/** A word all three have; the white space after it is theirs if they changed it, else mine. */
function shared(base: Word | undefined, mine: Word | undefined, theirs: Word | undefined): Word {
  const [b = "", m = "", t = ""] = [base?.gap, mine?.gap, theirs?.gap];
  return { word: base?.word ?? "", gap: (t === b ? m : t) || m || t };
}

/** One passage that both may have changed. Whatever the rule, what either side added is in what comes out. */
function passage(base: Word[], mine: Word[], theirs: Word[], gapBeforeMine = " "): Word[] {
  if (within(base, mine) && mine.length === base.length) return theirs;
  if (within(base, theirs) && theirs.length === base.length) return mine;
  if (within(mine, base) && within(theirs, base)) return inBoth(theirs, mine);
  if (covers(theirs, mine)) return theirs;
  if (covers(mine, theirs)) return mine;
  return around(base, mine, theirs) ?? around(base, theirs, mine) ?? joined(theirs, mine, gapBeforeMine);
}

/** One side only added, before or after; the other changed what lay there: the change, with the addition before or after it. */
function around(base: Word[], adding: Word[], changing: Word[]): Word[] | null {
  const [front, back] = [adding.slice(0, base.length), adding.slice(-base.length)];
  if (base.length === 0) return null;
  const [after, before] = [adding.slice(base.length), adding.slice(0, -base.length)];
  if (alike(front, base)) return has(changing, base, after) ? changing : joined(changing, after, front.at(-1)?.gap);
  if (alike(back, base)) return has(changing, base, before) ? changing : joined(before, changing);
  return null;
}

/** It was merged before: the addition is there, over and above what the base had. */
const has = (changing: Word[], base: Word[], addition: Word[]): boolean =>
  covers(changing, [...addition, ...inBoth(changing, base)]);

const everyone = (word: Word): Part => ({ mine: [word], theirs: [word], out: [word] });

const alike = (one: readonly Word[], other: readonly Word[]): boolean =>
  one.length === other.length && within(one, other);

function joined(first: Word[], second: Word[], gap = " "): Word[] {
  const last = first.at(-1);
  return last ? [...first.slice(0, -1), { word: last.word, gap: last.gap || gap }, ...second] : second;
}

/** Whether all words of `some` stand in `all`, in order. */
function within(some: readonly Word[], all: readonly Word[]): boolean {
  let found = 0;
  for (const { word } of all) if (found < some.length && some[found]?.word === word) found++;
  return found === some.length;
}

/** Whether `all` has every word of `some`, as often: then it alone keeps them, and two devices that merge in turn double nothing. */
function covers(all: readonly Word[], some: readonly Word[]): boolean {
  const spare = new Map<string, number>();
  for (const { word } of all) spare.set(word, (spare.get(word) ?? 0) + 1);
  return some.every(({ word }) => {
    const left = spare.get(word) ?? 0;
    spare.set(word, left - 1);
    return left > 0;
  });
}

/** Pairs of indexes of equal words, in order: the longest common sequence, after what is equal at both ends. */
export function matches(one: readonly Word[], other: readonly Word[]): [number, number][] {
  const shorter = Math.min(one.length, other.length);
  let [start, end] = [0, 0];
  while (start < shorter && one[start]?.word === other[start]?.word) start++;
  while (end < shorter - start && one.at(-1 - end)?.word === other.at(-1 - end)?.word) end++;
  const front = Array.from({ length: start }, (_, i): [number, number] => [i, i]);
  const back = Array.from({ length: end }, (_, i): [number, number] => [one.length - end + i, other.length - end + i]);
  return [
    ...front,
    ...between(one.slice(start, one.length - end), other.slice(start, other.length - end), start),
    ...back,
  ];
}

function between(one: readonly Word[], other: readonly Word[], start: number): [number, number][] {
  if (one.length * other.length > ENOUGH) return [];
  const pairs: [number, number][] = [];
  const wordOf = ({ word }: Word) => word;
  for (let at = LCS(one.map(wordOf), other.map(wordOf)); at.chain; at = at.chain) {
    pairs.unshift([start + at.buffer1index, start + at.buffer2index]);
  }
  return pairs;
}
