/** The verbs of goals, carried out. Steps and check-ins lie where their goal lies, so nothing is said of their place. */
import { dayOf } from "../../i18n/dates";
import { receiptNow, receiptsOf } from "../../records/receipts";
import { all, one, type Shown } from "../../store/live";
import { me } from "../../store/me";
import { change, create, move, remove } from "../../store/write";
import { type Audience, checkinsOf, checkinToday, type Outcome, type State, stepsOf } from "./goals";

export type GoalRecord = Shown<"goal">;

export const myself = (): string => me.value?.person.id ?? "";
const own = (): string => `self:${myself()}`;

/** Made at the first letter; there is no other moment at which it is saved. */
export function beginGoal(id: string): void {
  if (one("goal", id).peek() === undefined) create("goal", own(), { state: "open" }, id);
}

export function beginStep(goal: string, id: string): void {
  if (one("step", id).peek() === undefined) create("step", own(), { goal, done: false }, id);
}

/** The day of a step; null: no day. */
export function plan(step: string, on: Date | string | null): void {
  change("step", step, { on: on && dayOf(on) });
}

export function tick(step: string, done: boolean): void {
  change("step", step, { done });
}

/** One tap. Another one on the same day changes the first; the same one again takes it back. */
export function checkIn(goal: GoalRecord, outcome: Outcome, now: Date): void {
  const today = checkinToday(checkinsOf(goal.id, all("checkin").value), now);
  if (today?.fields.outcome === outcome) remove("checkin", today.id);
  else if (today) change("checkin", today.id, { outcome });
  else create("checkin", own(), { goal: goal.id, outcome, on: now.toISOString() });
}

export function end(goal: GoalRecord, state: State): void {
  change("goal", goal.id, { state });
}

/** Its steps and check-ins go along: they lie where their goal lies. */
export function share(goal: GoalRecord, { scope, member }: Audience): void {
  move("goal", goal.id, scope, { member });
}

export function stopSharing(goal: GoalRecord): void {
  move("goal", goal.id, own());
}

export function throwAway(goal: GoalRecord): void {
  for (const { id } of checkinsOf(goal.id, all("checkin").value)) remove("checkin", id);
  for (const { id } of stepsOf(goal.id, all("step").value)) remove("step", id);
  remove("goal", goal.id);
}

/** Someone began a goal and left it without a word. */
export function dropEmpty(id: string): void {
  const goal = one("goal", id).peek();
  const steps = stepsOf(id, all("step").peek());
  if (goal && !goal.fields.text?.trim() && steps.every(({ fields }) => !fields.text?.trim())) throwAway(goal);
}

/** That this person has read it, in the state it is in now. */
export function noteRead(goal: GoalRecord): void {
  const known = receiptsOf(all("receipt").peek(), myself()).get(goal.id);
  const now = receiptNow(goal, myself(), new Date());
  if (known) change("receipt", known.id, { at: now.at, rev: now.rev });
  else create("receipt", goal.scope, now);
}
