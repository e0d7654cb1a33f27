/** The answers of a logboek as lines, in the language of now; those of the version before it beside them. */
import { language } from "../../i18n/language";
import { type AnswerLine, answerLines } from "../../records/answers";
import { templateOf } from "../../records/templates";
import { all } from "../../store/live";
import { sessionOf } from "./titles";
import type { Entry } from "./world";

export function answersOf(entry: Entry): AnswerLine[] {
  const template = templateOf(entry.fields, all("template").value);
  return answerLines(template, entry.fields, language.value, sessionOf(entry)?.fields.plan ?? []);
}

export function lineById(entry: Entry, id: string): AnswerLine | undefined {
  return answersOf(entry).find((line) => line.id === id);
}

/** An answer as one text, to show or to compare. */
export function asText({ chosen, text }: AnswerLine, judged: (label: string, worked: "yes" | "no") => string): string {
  const chips = chosen.map(({ label, worked }) => (worked ? judged(label, worked) : label)).join(" · ");
  return [chips, text].filter(Boolean).join("\n");
}
