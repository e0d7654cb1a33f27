/** What every kind of question needs to be drawn: its sentence, its chips, and what is filled in so far. */
import { language } from "../../i18n/language";
import { labelOf } from "../../records/answers";
import type { Question } from "../../records/types.gen";
import { chipsOf } from "./prefill";
import type { World } from "./world";

export interface AskProps {
  world: World;
  question: Question;
}

export const sentence = (question: Question): string => question.ask?.[language.value] ?? "";

export const filled = (world: World): Record<string, unknown> => world.entry.fields;

export function options({ world, question }: AskProps): { id: string; label: string }[] {
  const ids = chipsOf(question, world.plan, filled(world));
  return ids.map((id) => ({ id, label: labelOf(question, id, language.value, world.plan) }));
}
