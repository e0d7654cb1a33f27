/** What two versions of a field could become together, for a person to look at: nothing is decided here. */
import { mergeField, mergeRule } from "../engine/merge";
import { type Run, runs, type Take, takenFrom, takesIn } from "../engine/runs";
import { same as equal } from "../engine/same";
import type { Value } from "../engine/types";
import { addedWords } from "../engine/words";
import type { Kind } from "../records/kinds";
import { rules } from "./rules";

export type { Run, Take } from "../engine/runs";
export type { Value } from "../engine/types";

/** undefined where the two cannot be joined and one of them has to be chosen. */
export function proposal(kind: Kind, key: string, one: Value | null, other: Value | null): Value | undefined {
  // Without a common ancestor nothing counts as deleted: all words of both stay.
  const { value, joined } = mergeField(mergeRule(rules, kind, key), null, other, one, true);
  return joined && value !== null ? value : undefined;
}

/** Two texts laid over each other: what both have, and what each has in its place. */
export function pieces(theirs: string, mine: string): Run[] {
  return runs(theirs, mine);
}

/** What is left when of each piece these sides stay. */
export function remaining(all: readonly Run[], takes: readonly (Take | undefined)[]): string {
  return takenFrom(all, takes);
}

/** Which sides of each piece stand in a text that was made of both. */
export function standing(all: readonly Run[], text: string): Take[] {
  return takesIn(all, text);
}

/** Whether every word of the one stands in the other, in the same order. */
export function isWithin(one: string, other: string): boolean {
  return addedWords(other, one) === "";
}

/** Nothing to choose between. */
export function same(one: unknown, other: unknown): boolean {
  return equal(one, other);
}
