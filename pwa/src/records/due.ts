/** Which session comes next and which has no logboek yet. Pure: the day is handed in, nothing here knows the time. */

export interface Planned {
  id: string;
  scope: string;
  fields: {
    kind?: string;
    community?: string;
    member?: string;
    number?: number;
    title?: string;
    starts?: string;
    ends?: string;
    place?: string;
    cancelled?: boolean;
  };
}

export interface Written {
  id: string;
  scope: string;
  fields: { session?: string; handed_in?: string; version_of?: string };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A logboek that nobody wrote within three weeks is not asked for any more on Vandaag; the list still offers it. */
const ASKED_FOR = 21 * DAY;
const LATE = 48 * HOUR;
/** Trainings and intervisie have no logboek of their own. */
const WITH_LOGBOEK = ["community", "individual", "outing"];

export function endOf(session: Planned): number {
  const { ends, starts } = session.fields;
  return ends ? Date.parse(ends) : Date.parse(starts ?? "") + HOUR;
}

/** Sessions that took place in these communities and have no logboek, newest first. */
export function withoutLogboek<S extends Planned>(
  sessions: readonly S[],
  logboeken: readonly Written[],
  communities: readonly string[],
  now: Date,
): S[] {
  const written = new Set(logboeken.map((one) => one.fields.session));
  return sessions
    .filter((one) => held(one, now) && communities.includes(one.fields.community ?? "") && !written.has(one.id))
    .filter((one) => now.getTime() - endOf(one) < ASKED_FOR)
    .sort((a, b) => endOf(b) - endOf(a));
}

/** Sessions over 48 hours ago of which nothing was handed in: what a coordinator may kindly ask about. */
export function stillOpen<S extends Planned>(
  sessions: readonly S[],
  logboeken: readonly Written[],
  communities: readonly string[],
  now: Date,
): S[] {
  const handedIn = logboeken.filter((one) => one.scope.startsWith("coaching:"));
  return withoutLogboek(sessions, handedIn, communities, now).filter((one) => now.getTime() - endOf(one) > LATE);
}

/** What is still to come, soonest first; a session that has begun counts until it ends. */
export function coming<S extends Planned>(sessions: readonly S[], now: Date): S[] {
  return sessions.filter((one) => endOf(one) > now.getTime()).sort((a, b) => endOf(a) - endOf(b));
}

function held(session: Planned, now: Date): boolean {
  const { kind, cancelled } = session.fields;
  return WITH_LOGBOEK.includes(kind ?? "") && cancelled !== true && endOf(session) <= now.getTime();
}
