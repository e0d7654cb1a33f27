/**
 * The one question that invites to say more, chosen by the rules of the template. Pure.
 *
 * 1. What was written or skipped stays under the prompt it was an answer to.
 * 2. The first rule that fits wins. One with a card stops the search: the card is shown and no prompt.
 * 3. After three prompts skipped in a row, only every second logboek has one.
 * 4. No prompt comes twice within four logboeken; the next rule that fits takes over.
 * 5. Prompts that take turns go on behind the one that was used last.
 */
import { type Answers, finds, fits, type Seen } from "../../records/conditions";
import type { Bilingual, Rule } from "../../records/types.gen";

export interface Prompt {
  id: string;
  ask: Bilingual;
  /** The chip whose name goes where {werkvorm} stands. */
  about?: string | undefined;
}

export interface Card {
  card: string;
  ask?: Bilingual | undefined;
}

/** What to show: a card, a prompt, or neither. Both only when a card comes up over a prompt that was answered already. */
export interface Depth {
  card?: Card | undefined;
  prompt?: Prompt | undefined;
}

const AT_ONCE = 4;
const PATIENCE = 3;

/** `earlier` are the coach's logboeken before this one, newest first. `depth_prompt` must be kept with each one that showed a prompt. */
export function depth(rules: readonly Rule[], seen: Omit<Seen, "before">, earlier: readonly Answers[]): Depth {
  const facing: Seen = { ...seen, before: earlier[0] };
  const winner = rules.find((rule) => applies(rule, facing) && (rule.card || unused(rule, earlier)));
  const prompt =
    settled(rules, facing) ??
    (winner && !winner.card && !resting(earlier) ? promptOf(winner, facing, earlier) : undefined);
  return { card: winner?.card ? { card: winner.card, ask: winner.ask } : undefined, prompt };
}

function applies(rule: Rule, seen: Seen): boolean {
  return rule.when === undefined || fits(rule.when, seen);
}

/** 1 */
function settled(rules: readonly Rule[], seen: Seen): Prompt | undefined {
  const { depth: text, depth_prompt: id, depth_skipped: skipped } = seen.answers;
  if (blank(text) && skipped !== true) return undefined;
  for (const rule of rules) {
    const prompt = promptsOf(rule, seen).find((one) => one.id === id);
    if (prompt) return prompt;
  }
  return undefined;
}

/** 3 */
function resting(earlier: readonly Answers[]): boolean {
  const last = earlier.filter(asked).slice(0, PATIENCE);
  const tired = last.length === PATIENCE && last.every((one) => one.depth_skipped === true || blank(one.depth));
  return tired && earlier[0] !== undefined && asked(earlier[0]);
}

/** 4 */
function unused(rule: Rule, earlier: readonly Answers[]): boolean {
  return fresh(rule.turn?.map((one) => one.id) ?? [rule.id], earlier).length > 0;
}

function fresh(ids: readonly string[], earlier: readonly Answers[]): string[] {
  const recent = earlier.slice(0, AT_ONCE - 1).map((one) => one.depth_prompt);
  return ids.filter((id) => !recent.includes(id));
}

function promptOf(rule: Rule, seen: Seen, earlier: readonly Answers[]): Prompt | undefined {
  const prompts = promptsOf(rule, seen);
  const ids = prompts.map((one) => one.id);
  const [next] = fresh(inTurn(ids, earlier), earlier);
  return prompts.find((one) => one.id === next);
}

/** 5 */
function inTurn(ids: readonly string[], earlier: readonly Answers[]): string[] {
  const latest = earlier.map((one) => ids.indexOf(String(one.depth_prompt))).find((at) => at >= 0) ?? -1;
  return [...ids.slice(latest + 1), ...ids.slice(0, latest + 1)];
}

function promptsOf(rule: Rule, seen: Seen): Prompt[] {
  const about = rule.when && finds(rule.when, seen);
  return rule.turn ?? (rule.ask ? [{ id: rule.id, ask: rule.ask, about }] : []);
}

function asked(logboek: Answers): boolean {
  return !blank(logboek.depth_prompt);
}

function blank(text: unknown): boolean {
  return typeof text !== "string" || text.trim() === "";
}
