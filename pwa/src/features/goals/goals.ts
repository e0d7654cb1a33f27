/** What one asks of goals, their steps and check-ins, and what a change of them writes. Pure: nothing here knows the time or the store. */
import type { Role } from "../../records/account";
import { firstName, type Listed, shortNames } from "../../records/people";

export type State = "open" | "reached" | "let_go";
export type Outcome = "done" | "busy" | "different";

export interface Goal {
  id: string;
  scope: string;
  author: string;
  fields: { text?: string; why?: string; state?: State; member?: string };
}
export interface Step {
  id: string;
  fields: { goal?: string; text?: string; on?: string; done?: boolean };
}
export interface Checkin {
  id: string;
  fields: { goal?: string; on?: string; outcome?: Outcome; note?: string };
}

export const OUTCOMES: readonly Outcome[] = ["done", "busy", "different"];

export const stateOf = ({ fields }: Goal): State => fields.state ?? "open";
export const isShared = ({ scope }: Goal): boolean => !scope.startsWith("self:");

/** One's own goals, newest first: those that go on, and those that came to an end. */
export function ownGoals<G extends Goal>(goals: readonly G[], person: string): { open: G[]; ended: G[] } {
  const own = goals.filter(({ author }) => author === person).sort(newest);
  return { open: own.filter((one) => stateOf(one) === "open"), ended: own.filter((one) => stateOf(one) !== "open") };
}

export interface Sharer<G> {
  person: string;
  name: string;
  goals: G[];
}

/** What others share with this person, by who shares it; open goals first. */
export function sharedWith<G extends Goal>(
  goals: readonly G[],
  people: readonly Listed[],
  person: string,
): Sharer<G>[] {
  const shared = goals.filter((one) => one.author !== person && /^member:[^:]+:shared$/.test(one.scope));
  const authors = [...new Set(shared.map(({ author }) => author))];
  const names = shortNames(authors.map((author) => fullName(people, author)));
  return authors
    .map((author, index) => ({ person: author, name: names[index] ?? "", goals: ofOne(shared, author) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** What is still to do first, by day; then what is done, the last one on top. */
export function stepsOf<S extends Step>(goal: string, steps: readonly S[]): S[] {
  const own = steps.filter(({ fields }) => fields.goal === goal);
  const ahead = own.filter(({ fields }) => fields.done !== true).sort(byDay);
  return [...ahead, ...own.filter(({ fields }) => fields.done === true).sort(newest)];
}

export function nextStep<S extends Step>(goal: string, steps: readonly S[]): S | undefined {
  return stepsOf(goal, steps).find(({ fields }) => fields.done !== true && Boolean(fields.text?.trim()));
}

/** Newest first. */
export function checkinsOf<C extends Checkin>(goal: string, checkins: readonly C[]): C[] {
  const moment = (one: C) => `${one.fields.on ?? ""}${one.id}`;
  return checkins
    .filter(({ fields }) => fields.goal === goal && fields.outcome)
    .sort((a, b) => moment(b).localeCompare(moment(a)));
}

/** The check-in of this day: another tap on the same day changes that one. */
export function checkinToday<C extends Checkin>(checkins: readonly C[], now: Date): C | undefined {
  return checkins.find(({ fields }) => fields.on && new Date(fields.on).toDateString() === now.toDateString());
}

export interface Audience {
  member: string;
  scope: string;
  names: string[];
}

/** With whom this person can share: for each group one is in, the coaches it has today. */
export function audiences(roles: readonly Role[], people: readonly Listed[], now: Date): Audience[] {
  return roles
    .filter((role) => role.role === "coachee" && role.membership && lasts(role.from, role.until, now))
    .map((role) => audience(`member:${role.membership}:shared`, role.membership ?? "", people, now))
    .filter(({ names }) => names.length > 0);
}

/** Who reads a goal where it lies now. */
export function readersOf(scope: string, people: readonly Listed[], now: Date): string[] {
  return audience(scope, "", people, now).names;
}

/** Days to choose from for a step: today, tomorrow, in a week. Any other day is chosen in the calendar. */
export function dayChoices(now: Date): { id: "today" | "tomorrow" | "week"; on: Date }[] {
  const ahead = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
  return [
    { id: "today", on: ahead(0) },
    { id: "tomorrow", on: ahead(1) },
    { id: "week", on: ahead(7) },
  ];
}

function audience(scope: string, member: string, people: readonly Listed[], now: Date): Audience {
  const coaches = people.filter(
    ({ scope: place, fields }) =>
      place === scope && fields.role === "coach" && lasts(fields.from, fields.until ?? null, now),
  );
  return { member, scope, names: coaches.map(({ fields }) => firstName(fields.name)) };
}

function ofOne<G extends Goal>(goals: readonly G[], author: string): G[] {
  const open = (one: G) => (stateOf(one) === "open" ? 0 : 1);
  return goals.filter((one) => one.author === author).sort((a, b) => open(a) - open(b) || newest(a, b));
}

const fullName = (people: readonly Listed[], person: string): string =>
  people.find(({ fields }) => fields.person === person)?.fields.name ?? "";

const lasts = (from: string | undefined, until: string | null, now: Date): boolean =>
  (!from || Date.parse(from) <= now.getTime()) && (!until || now.getTime() < Date.parse(until));

const newest = (a: { id: string }, b: { id: string }) => b.id.localeCompare(a.id);
const byDay = (a: Step, b: Step) => (a.fields.on ?? "9").localeCompare(b.fields.on ?? "9") || a.id.localeCompare(b.id);
