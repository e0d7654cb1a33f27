/** What a logboek knows before anyone taps: the day, the group, the plan that was followed, and who usually comes. */

import { dayOf } from "../../i18n/dates";
import { listed } from "../../records/answers";
import type { Question } from "../../records/types.gen";

export interface Plan {
  id: string;
  title: string;
}

export interface Occasion {
  session: { id: string; fields: { starts?: string; kind?: string; plan?: readonly Plan[] } } | null;
  community: { id: string; kind: string };
  coach: string;
  template: { key: string; version: number; questions?: readonly Question[] };
  now: Date;
}

export type TemplateKey = "logboek.session" | "logboek.talk" | "logboek.nobody";

/** A talk with one person is asked about in other words than a session with a group. */
export function templateFor(community: string, session?: string): TemplateKey {
  return community === "pair" || session === "individual" ? "logboek.talk" : "logboek.session";
}

/** The fields a new logboek starts with. */
export function prefilled({ session, community, coach, template, now }: Occasion): Record<string, unknown> {
  return {
    ...(session ? { session: session.id } : {}),
    community: community.id,
    coaches: [coach],
    on: dayOf(session?.fields.starts ? new Date(session.fields.starts) : now),
    ...variant(template, session?.fields.plan ?? []),
  };
}

/** The part that depends on the template: which one, what stands ready, what the plan says was done. */
export function variant(template: Occasion["template"], plan: readonly Plan[]): Record<string, unknown> {
  const set: Record<string, unknown> = { template: template.key, template_version: template.version };
  for (const question of template.questions ?? []) {
    if (question.default) set[question.id] = [question.default];
    if (question.id === "done" && plan.length > 0) set.done = plan.map((block) => block.id);
  }
  return set;
}

/** Chips of a question: those of the template, led by the blocks of the plan that it does not know. */
export function chipsOf(question: Question, plan: readonly Plan[], fields: Record<string, unknown>): string[] {
  const known = (question.options ?? []).map((option) => option.id);
  const planned = question.id === "done" ? plan.map((block) => block.id) : [];
  return [...new Set([...planned, ...known, ...listed(fields[question.id])])];
}

/** Whether nothing was answered yet: opened, looked at, and left as it was filled in. */
export function untouched(
  fields: Record<string, unknown>,
  template: Occasion["template"],
  plan: readonly Plan[],
): boolean {
  const ready = variant(template, plan);
  return Object.entries(fields).every(([key, value]) => FRAME.has(key) || same(value, ready[key]));
}

/** What is known of the occasion itself; the rest are answers. */
const FRAME = new Set(["session", "community", "coaches", "on", "template", "template_version"]);

const same = (value: unknown, ready: unknown): boolean => JSON.stringify(value) === JSON.stringify(ready);
