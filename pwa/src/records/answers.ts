/** A template and what was filled in, as lines to read. The writer's own view and the reviewer's show the very same lines. */

import { type Answers, fits } from "./conditions";
import type { Bilingual, Question, Template } from "./types.gen";

type Language = keyof Bilingual;

/** What this file needs to know of a template. */
export type Asks = Partial<Pick<Template, "questions" | "depth">>;

export interface Chosen {
  id: string;
  label: string;
  worked?: "yes" | "no";
}

export interface AnswerLine {
  id: string;
  ask: string;
  chosen: readonly Chosen[];
  text: string;
  skipped: boolean;
}

/** Names for chips that are not in the template: what the plan of the session brought. */
export type Extra = readonly { id: string; title: string }[];

/** What was asked and answered, in the order of the template; what was passed over is there too, marked as skipped. */
export function answerLines(template: Asks, fields: Answers, language: Language, plan: Extra = []): AnswerLine[] {
  const tapped = asked(template, fields).filter((question) => question.type !== "text_words");
  return [
    ...tapped.map((question) => line(question, fields, language, plan)),
    ...depthLine(template, fields, language, plan),
  ];
}

/** Every question that applies to what is filled in so far, those that hang on another one right behind it. */
export function asked(template: Asks, fields: Answers): Question[] {
  return everyQuestion(template).filter(
    (question) => question.when === undefined || fits(question.when, { answers: fields }),
  );
}

export function everyQuestion(template: Asks): Question[] {
  return (template.questions ?? []).flatMap((question) => (question.also ? [question, question.also] : [question]));
}

/** A list, a single value or nothing: always as a list of ids. */
export function listed(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === undefined || value === null || value === "" ? [] : [String(value)];
}

/** A chip's name: from the template, else from the plan, else its id read as words. */
export function labelOf(question: Question, id: string, language: Language, plan: Extra = []): string {
  const option = question.options?.find((one) => one.id === id);
  return option?.[language] ?? plan.find((one) => one.id === id)?.title ?? asWords(id);
}

/** The open question that was shown, as it read; {werkvorm} names what the rule had found. */
export function promptOf(template: Asks, id: string, language: Language, werkvorm: string): string | undefined {
  const prompts = (template.depth?.rules ?? []).flatMap((rule) => [...(rule.turn ?? []), rule]);
  return prompts.find((prompt) => prompt.id === id)?.ask?.[language].replace("{werkvorm}", `“${werkvorm}”`);
}

function line(question: Question, fields: Answers, language: Language, plan: Extra): AnswerLine {
  const chosen = listed(fields[question.id]).map((id) => chip(question, id, fields, language, plan));
  const text = String(fields[`${question.id}_own`] ?? "");
  return {
    id: question.id,
    ask: question.ask?.[language] ?? "",
    chosen,
    text,
    skipped: chosen.length === 0 && text === "",
  };
}

function chip(question: Question, id: string, fields: Answers, language: Language, plan: Extra): Chosen {
  const worked = fields[`worked.${id}`];
  const label = labelOf(question, id, language, plan);
  return question.worked && (worked === "yes" || worked === "no") ? { id, label, worked } : { id, label };
}

/** Only when a prompt was shown: who was never asked has skipped nothing. */
function depthLine(template: Asks, fields: Answers, language: Language, plan: Extra): AnswerLine[] {
  const text = String(fields.depth ?? "");
  const ask = promptOf(
    template,
    String(fields.depth_prompt ?? ""),
    language,
    judgedName(template, fields, language, plan),
  );
  if (text === "" && !ask) return [];
  return [{ id: "depth", ask: ask ?? "", chosen: [], text, skipped: text === "" }];
}

/** The werkvorm that was judged: the one that did not work, else the one that did. */
function judgedName(template: Asks, fields: Answers, language: Language, plan: Extra): string {
  const judged = (verdict: string) => listed(fields.done).find((id) => fields[`worked.${id}`] === verdict);
  const id = judged("no") ?? judged("yes");
  const done = template.questions?.find((question) => question.id === "done");
  return id && done ? labelOf(done, id, language, plan) : "…";
}

function asWords(id: string): string {
  const words = id.replace(/[-_]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
