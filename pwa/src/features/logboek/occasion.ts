/** What the rules of the depth prompt look at beside the answers: heads, weeks, firsts and lasts. Pure. */
import type { Answers, Counts, Seen } from "../../records/conditions";

interface Held {
  id: string;
  fields: { community?: string; starts?: string; cancelled?: boolean };
}
interface Joined {
  member: string;
  from?: string | undefined;
}

export interface Occasion {
  answers: Answers;
  session: Held | undefined;
  /** Every session of the community. */
  sessions: readonly Held[];
  heads: number;
  members: readonly Joined[];
}

const WEEK = 7 * 24 * 3_600_000;

export function occasion({ answers, session, sessions, heads, members }: Occasion): Omit<Seen, "before"> {
  const held = sessions.filter(({ fields }) => !fields.cancelled).sort((a, b) => startOf(a) - startOf(b));
  const at = session ? held.findIndex(({ id }) => id === session.id) : -1;
  const before = at > 0 ? held[at - 1] : undefined;
  const counts: Counts = { present: heads, planned: members.length };
  if (!session || at < 0) return { answers, counts };
  return {
    answers,
    facts: { first: at === 0, newcomer: before !== undefined && members.some((one) => joinedAfter(one, before)) },
    counts: before ? { ...counts, weeks: (startOf(session) - startOf(before)) / WEEK } : counts,
  };
}

/** New is who came into the community after the session before this one. */
function joinedAfter({ from }: Joined, before: Held): boolean {
  return from !== undefined && Date.parse(from) > startOf(before);
}

const startOf = ({ fields }: Held): number => Date.parse(fields.starts ?? "");
