/** What a tap does to the answers. Pure: the fields before and the chips after go in, the keys to write come out. */
import { type Asks, asked, listed } from "../../records/answers";
import type { Question } from "../../records/types.gen";

type Fields = Readonly<Record<string, unknown>>;
export type Changes = Record<string, unknown>;

/** The keys to write when the chips of a question now read like this. An emptied answer is taken away, not left as []. */
export function answer(question: Question, before: Fields, after: readonly string[]): Changes {
  if (question.type === "faces5") return { [question.id]: Number(after[0]) };
  if (question.type === "chips_one") return { [question.id]: after[0] ?? null };
  const ids = question.default ? exclusive(question.default, listed(before[question.id]), after) : [...after];
  return { [question.id]: ids.length > 0 ? ids : null };
}

/** The chip of `done` that a tap would take away: that tap asks "did it work?" first. */
export function takenAway(question: Question, before: Fields, after: readonly string[]): string | undefined {
  return question.worked && listed(before[question.id]).find((id) => !after.includes(id));
}

/** The answer to "did it work?"; the same answer again takes it back. */
export function judge(fields: Fields, chip: string, worked: "yes" | "no"): Changes {
  const key = `worked.${chip}`;
  return { [key]: fields[key] === worked ? null : worked };
}

/** "Not done after all": the chip goes, and its judgement with it. */
export function undo(fields: Fields, chip: string): Changes {
  const left = listed(fields.done).filter((id) => id !== chip);
  const judged = fields[`worked.${chip}`] === undefined ? {} : { [`worked.${chip}`]: null };
  return { done: left.length > 0 ? left : null, ...judged };
}

/** Whether all that must be there is there. A template without such a list lets everything be skipped. */
export function canHandIn(template: { hand_in_needs?: readonly string[] }, fields: Fields): boolean {
  return (template.hand_in_needs ?? []).every((id) => listed(fields[id]).length > 0);
}

/** Whether every tap of the minimum was given: then, and only then, one open question is offered. */
export function minimumDone(template: Asks, fields: Fields): boolean {
  const minimum = (template.questions ?? []).filter((question) => question.minimum).flatMap(withBattery);
  const applies = new Set(asked(template, fields).map((question) => question.id));
  return minimum.every((question) => !applies.has(question.id) || listed(fields[question.id]).length > 0);
}

/** Answers to questions that are not asked any more, to be cleared when handing in. Typed words always stay. */
export function noLongerAsked(all: readonly Question[], template: Asks, fields: Fields): Changes {
  const stays = new Set(asked(template, fields).map((question) => question.id));
  const gone = all.filter((one) => one.type !== "text_words" && !stays.has(one.id) && fields[one.id] !== undefined);
  const done = stays.has("done") ? listed(fields.done) : [];
  const judged = Object.keys(fields).filter(
    (key) => key.startsWith("worked.") && !done.includes(key.slice("worked.".length)),
  );
  return Object.fromEntries([...gone.map((question) => question.id), ...judged].map((key) => [key, null]));
}

/** "No, all good" goes when something else is tapped, and comes back when nothing is left. */
function exclusive(nothing: string, before: readonly string[], after: readonly string[]): string[] {
  const rest = after.filter((id) => id !== nothing);
  const chosenNow = after.includes(nothing) && !before.includes(nothing);
  return chosenNow || rest.length === 0 ? [nothing] : rest;
}

/** A small question behind a minimum one counts too, but not what takes words: the battery does, "and next time?" does not. */
function withBattery(question: Question): Question[] {
  return question.also?.type === "chips_one" ? [question, question.also] : [question];
}
