/** Two texts laid over each other: what both have, and where each has something else. Word by word one takes either, or both. */
import { matches, split, type Word, written } from "./words";

/** What both have, or what each has in its place; one of the two may be empty there. */
export type Run = { same: string } | { theirs: string; mine: string };

/** Which sides of a run stay: one, the other, both, or neither. */
export interface Take {
  theirs: boolean;
  mine: boolean;
}

export function runs(theirs: string, mine: string): Run[] {
  const [t, m] = [split(theirs), split(mine)];
  const all: Run[] = [];
  let [inTheirs, inMine] = [0, 0];
  for (const [nextTheirs, nextMine] of [...matches(t, m), [t.length, m.length] as const]) {
    apart(all, t.slice(inTheirs, nextTheirs), m.slice(inMine, nextMine));
    const word = t[nextTheirs];
    if (word) together(all, word);
    [inTheirs, inMine] = [nextTheirs + 1, nextMine + 1];
  }
  return all.map((run, at) => ("same" in run && at < all.length - 1 ? { same: apartFrom(run.same) } : run));
}

/** The text that is left; of a run that nothing is said about, both sides: theirs first. */
export function takenFrom(all: readonly Run[], takes: readonly (Take | undefined)[]): string {
  const pieces = all.flatMap((run, index) => {
    if ("same" in run) return run.same;
    const { theirs, mine } = takes[index] ?? { theirs: true, mine: true };
    return [theirs ? run.theirs : "", mine ? run.mine : ""];
  });
  return pieces.filter(Boolean).reduce(joined, "").trimEnd();
}

/** Which sides of each run stand in `text`: those of which at least half of the words do, in their place or elsewhere. */
export function takesIn(all: readonly Run[], text: string): Take[] {
  const words = all.flatMap(owned);
  const stood = standing(words, split(text));
  const stands = (at: number, side: string) => {
    const mine = words.filter((word) => word.at === at && word.side === side);
    return mine.filter((word) => stood.has(word)).length * 2 >= mine.length;
  };
  return all.map((_, at) => ({ theirs: stands(at, "theirs"), mine: stands(at, "mine") }));
}

function standing(words: readonly Owned[], text: readonly Word[]): ReadonlySet<Owned> {
  const pairs = matches(words, text);
  const stood = new Set(pairs.map(([index]) => words[index] as Owned));
  const placed = new Set(pairs.map(([, index]) => index));
  const elsewhere = text.filter((_, index) => !placed.has(index)).map(({ word }) => word);
  for (const word of words) {
    const at = stood.has(word) ? -1 : elsewhere.indexOf(word.word);
    if (at < 0) continue;
    elsewhere.splice(at, 1);
    stood.add(word);
  }
  return stood;
}

interface Owned extends Word {
  at: number;
  side: string;
}

function owned(run: Run, at: number): Owned[] {
  return Object.entries(run).flatMap(([side, text]: [string, string]) =>
    split(text)
      .slice(1)
      .map((word) => ({ ...word, at, side })),
  );
}

/** The last word of one text may stand in the middle of the other. */
const apartFrom = (text: string): string => (text === "" || /\s$/.test(text) ? text : `${text} `);

function apart(all: Run[], theirs: Word[], mine: Word[]): void {
  if (theirs.length + mine.length > 0) all.push({ theirs: written(theirs), mine: written(mine) });
}

function together(all: Run[], word: Word): void {
  const last = all.at(-1);
  if (last && "same" in last) last.same += word.word + word.gap;
  else all.push({ same: word.word + word.gap });
}

const joined = (text: string, piece: string): string =>
  text === "" || /\s$/.test(text) || /^\s/.test(piece) ? text + piece : `${text} ${piece}`;
