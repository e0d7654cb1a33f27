/** What Vandaag puts in front of someone, most pressing first. Pure: records in, choices out. */
import { coming, endOf, type Planned, withoutLogboek } from "../../records/due";
import {
  type Comment,
  type Entry,
  handedIn,
  mine,
  openQuestion,
  type Receipt,
  type Review,
  type Turn,
  thread,
} from "../../records/reading";
import { asksToBeRead, readingOf, receiptsOf } from "../../records/receipts";

export interface Draft extends Entry {
  fields: Entry["fields"] & { session?: string; community?: string; on?: string };
}

/** Something a coach may still write about: a session without a logboek, or a logboek already begun. */
export type ToWrite<S, D> = { session: S | undefined; draft: D | undefined };

/** The newest first: what just ended is what one still knows. A draft stands where its session stood. */
export function toWrite<S extends Planned, D extends Draft>(
  sessions: readonly S[],
  logboeken: readonly D[],
  who: { person: string; communities: readonly string[] },
  now: Date,
): ToWrite<S, D>[] {
  const drafts = logboeken.filter((one) => !handedIn(one) && mine(one, who.person));
  const begun = drafts.map((draft) => ({ draft, session: sessions.find(({ id }) => id === draft.fields.session) }));
  const due = withoutLogboek(sessions, logboeken, who.communities, now).map((session) => ({
    session,
    draft: undefined,
  }));
  return [...begun, ...due].sort((a, b) => momentOf(b) - momentOf(a));
}

/** Whether it ended so recently that one is perhaps still in the corridor. */
export function justEnded(session: Planned | undefined, now: Date): boolean {
  const since = session ? now.getTime() - endOf(session) : Number.POSITIVE_INFINITY;
  return since >= 0 && since < 3 * HOUR;
}

/** The next moment that goes on; who it is for decides which sessions are handed in. */
export function nextSession<S extends Planned>(sessions: readonly S[], now: Date): S | undefined {
  return coming(sessions, now).find(({ fields }) => fields.cancelled !== true);
}

/** What goes on within a week. */
export function thisWeek<S extends Planned>(sessions: readonly S[], now: Date): S[] {
  return coming(sessions, now).filter(
    (one) => one.fields.cancelled !== true && endOf(one) - now.getTime() < 7 * 24 * HOUR,
  );
}

/** Questions about one's own logboeken that wait for an answer. */
export function questions<E extends Entry>(
  logboeken: readonly E[],
  reviews: readonly Review[],
  comments: readonly Comment[],
  person: string,
): { entry: E; question: Turn }[] {
  const asked = new Set(reviews.flatMap(({ fields }) => (fields.state === "question" ? (fields.logboek ?? []) : [])));
  return logboeken
    .filter((entry) => asked.has(entry.id) && mine(entry, person))
    .flatMap((entry) => {
      const question = openQuestion(entry, thread(entry, reviews, comments));
      return question ? [{ entry, question }] : [];
    });
}

/** Who shares goals with this coach, by person, and how many of those are not opened yet. */
export function sharedGoals(
  goals: readonly (Goal & { scope: string; rev: string | null })[],
  receipts: readonly Receipt[],
  person: string,
): { sharers: string[]; unread: number } {
  const read = receiptsOf(receipts, person);
  const shared = goals.filter(({ author, scope }) => author !== person && scope.startsWith("member:"));
  const unread = shared.filter((one) => asksToBeRead(readingOf(one, read.get(one.id)), false)).length;
  return { sharers: [...new Set(shared.map(({ author }) => author))], unread };
}

interface Goal {
  id: string;
  author: string;
  fields: { text?: string; state?: string };
}
interface Step {
  id: string;
  fields: { goal?: string; text?: string; on?: string; done?: boolean };
}

/** One's newest goal that is still open, and the step to take first: the one with the nearest day. */
export function goalNow<G extends Goal, S extends Step>(
  goals: readonly G[],
  steps: readonly S[],
  person: string,
): { goal: G; step: S | undefined } | undefined {
  const goal = goals.filter((one) => one.author === person && (one.fields.state ?? "open") === "open").sort(newest)[0];
  if (!goal) return undefined;
  const ahead = steps.filter(({ fields }) => fields.goal === goal.id && fields.done !== true);
  const [step] = ahead.sort((a, b) => (a.fields.on ?? "9").localeCompare(b.fields.on ?? "9"));
  return { goal, step };
}

const HOUR = 3_600_000;
const newest = (a: { id: string }, b: { id: string }) => b.id.localeCompare(a.id);

function momentOf({ session, draft }: ToWrite<Planned, Draft>): number {
  return session ? endOf(session) : Date.parse(`${draft?.fields.on ?? ""}T23:59`);
}
