/** The small language in which a template says when something is asked. Pure: what it looks at is handed in. */
import type { Condition } from "./types.gen";

export type Answers = Readonly<Record<string, unknown>>;

/** What a condition can look at. */
export interface Seen {
  answers: Answers;
  /** The answers of the logboek before this one. */
  before?: Answers | undefined;
  facts?: { readonly [fact in "first" | "last" | "newcomer"]?: boolean };
  counts?: Counts;
}

/** Heads that were there, heads that were expected, weeks since the session before. */
export type Counts = { readonly [count in "present" | "planned" | "weeks"]?: number };

/** Whether it fits. A condition that this version does not understand never does. */
export function fits(condition: Condition, seen: Seen): boolean {
  if (condition.all) return condition.all.every((one) => fits(one, seen));
  if (condition.some) return condition.some.some((one) => fits(one, seen));
  if (condition.before) return fits(condition.before, { answers: seen.before ?? {} });
  if (condition.fact) return seen.facts?.[condition.fact] === true;
  return looked(condition, seen).some(([, value]) => holds(condition, value, seen));
}

/** The part of the family that made it fit: the chip that worked, or did not. */
export function finds(condition: Condition, seen: Seen): string | undefined {
  const parts = [...(condition.all ?? []), ...(condition.some ?? [])];
  if (parts.length > 0) return parts.map((one) => finds(one, seen)).find((part) => part !== undefined);
  return condition.family && looked(condition, seen).find(([, value]) => holds(condition, value, seen))?.[0];
}

function looked({ key, family, count }: Condition, seen: Seen): [part: string, value: unknown][] {
  if (key) return [[key, seen.answers[key]]];
  if (count) return [[count, seen.counts?.[count]]];
  const members = Object.entries(seen.answers).filter(([name]) => name.startsWith(`${family}.`));
  return members.map(([name, value]) => [name.slice(name.indexOf(".") + 1), value]);
}

const TESTS: { [test: string]: (value: unknown, wanted: never, counts: Counts) => boolean } = {
  is: (value, wanted) => value === wanted,
  in: (value, wanted: readonly unknown[]) => wanted.includes(value),
  has: (value, wanted) => Array.isArray(value) && value.includes(wanted),
  lacks: (value, wanted) => !(Array.isArray(value) && value.includes(wanted)),
  at_most: (value, wanted) => typeof value === "number" && value <= wanted,
  at_least: (value, wanted) => typeof value === "number" && value >= wanted,
  more_than: (value, wanted) => typeof value === "number" && value > wanted,
  less_than_half_of: (value, wanted, counts) => typeof value === "number" && value * 2 < (counts[wanted] ?? 0),
};

const LOOKS = ["key", "family", "count"];

function holds(condition: Condition, value: unknown, seen: Seen): boolean {
  const tests = Object.entries(condition).filter(([name]) => !LOOKS.includes(name));
  const passed = tests.filter(([name, wanted]) => TESTS[name]?.(value, wanted as never, seen.counts ?? {}) === true);
  return tests.length > 0 && passed.length === tests.length;
}
