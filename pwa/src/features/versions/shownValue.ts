/** A field's question and its answer as words to read, whatever kind of field it is. Pure. */
import { longDay, longDayTime } from "../../i18n/dates";
import type { Language } from "../../i18n/language";
import type { Words } from "../../i18n/t";
import { everyQuestion, labelOf, listed } from "../../records/answers";
import { fileIn, isFile } from "../../records/files";
import type { Kind } from "../../records/kinds";
import { type Listed, nameOf } from "../../records/people";
import type { Template } from "../../records/types.gen";

/** What is needed to read a value: the template where there is one, who is who, and the words. */
export interface Reading {
  kind: Kind;
  template: Template | undefined;
  /** What the session brought: chips that are not in the template. */
  plan: Parameters<typeof labelOf>[3];
  people: readonly Listed[];
  words: Words["versions"];
  files: Words["files"];
  language: Language;
}

export function askOf(key: string, { template, words, files, language }: Reading): string {
  if (isFile(key)) return files.one;
  const question = questionOf(key, template);
  const fields: Partial<Record<string, string>> = words.field;
  return question?.ask?.[language] ?? fields[key] ?? words.otherField;
}

/** "" when it was left empty. */
export function textOf(key: string, value: unknown, reading: Reading): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? reading.words.yes : reading.words.no;
  const file = fileIn(key, value);
  if (file) return [reading.files[file.what], file.about].filter(Boolean).join(": ");
  const question = questionOf(key, reading.template);
  if (question)
    return listed(value)
      .map((id) => labelOf(question, id, reading.language, reading.plan))
      .join(", ");
  return (Array.isArray(value) ? value : [value]).map((one) => single(one, reading)).join(", ");
}

/** Its own words, so that two of them may be laid over each other; not an id, a day or a name that stands for something. */
export const isProse = (key: string, value: unknown, reading: Reading): boolean =>
  textOf(key, value, reading) === value;

function single(value: unknown, { people, words }: Reading): string {
  if (typeof value === "object" && value !== null) return String((value as { title?: unknown }).title ?? "");
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return longDayTime(text);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return longDay(text);
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text) ? (nameOf(people, text) ?? words.someone) : text;
}

/** Only questions with chips: what was written is read as it stands. */
function questionOf(key: string, template: Template | undefined) {
  return template && everyQuestion(template).find((question) => question.id === key && question.type !== "text_words");
}
