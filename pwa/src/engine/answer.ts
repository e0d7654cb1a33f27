/** Taking an answer in: one transaction, whole or not at all, and only if it is the one waited for. */
import { settle } from "./conflict";
import { Desk } from "./desk";
import type { Ambient, Need, Plan } from "./ports";
import { dropScopes, erase, forget } from "./purge";
import type { Asked } from "./request";
import { acknowledge } from "./results";
import { bring, compare, dropped, missing, moveCursors, readAgain, takeOut } from "./scopes";
import { handInAgain } from "./stale";
import type { Answer, Meta, Rules } from "./types";

export interface Taken {
  /** There is more to read: of this round, or of a scope that differs. */
  more: boolean;
  /** How many mutations were answered. */
  answered: number;
  stale: boolean;
  /** Scopes whose checksum differs from the server's. */
  differs: string[];
  /** Records whose sharing was stopped, because others had written since: they stay where they are. */
  unshared: string[];
  /** How many held drafts the server has of this person. */
  held: number;
}

/** What must be read to take it in. The sent-box only where something may have to leave it. */
export function needFor(answer: Answer, asked: Asked): Need {
  const { meta, request } = asked;
  const gone = dropped(asked, answer);
  const outs = [...meta.outs, ...answer.outs];
  const sweeps = Object.keys(answer.check).some(
    (scope) => answer.reset.includes(scope) || meta.scopes[scope]?.sweeping,
  );
  const came = new Set(answer.records.map((record) => record.id));
  const strays = request.mutations.some(({ mid, id }) => mid in answer.results && !came.has(id));
  const goes = gone.length + answer.erased.length + (answer.more ? 0 : outs.length) > 0;
  return {
    ids: [...answer.records.map((record) => record.id), ...outs.map(([, id]) => id), ...answer.erased],
    scopes: [...gone, ...Object.keys(answer.check)],
    archive: answer.stale || goes || sweeps || strays,
  };
}

/** null: another answer came first, and this one is thrown away whole. */
export function takeIn(answer: Answer, asked: Asked, ambient: Ambient, rules: Rules): Plan<Taken | null> {
  return (slice) => {
    if (answer.n !== slice.meta.n) return { changes: null, result: null };
    const desk = new Desk(slice);
    const now = ambient.clock.now();
    const differs = learn(desk, answer, asked, now);
    const { answered, refused, unshared } = acknowledge(desk, answer);
    for (const [id, rows] of refused) settle(desk, id, rows, ambient, rules);
    Object.assign(desk.meta, contact(answer, Math.min(asked.at, now)));
    const more = answer.more || differs.some((scope) => desk.meta.scopes[scope]?.cursor === null);
    const { stale, held } = answer;
    return { changes: desk.changes(), result: { more, answered, stale, differs, unshared, held } };
  };
}

/** What the world looks like now. What goes, goes first; what came, may stay. */
function learn(desk: Desk, answer: Answer, asked: Asked, now: number): string[] {
  if (answer.stale) handInAgain(desk);
  erase(desk, answer.erased);
  dropScopes(desk, dropped(asked, answer));
  readAgain(desk, answer.reset);
  desk.meta.outs.push(...answer.outs);
  bring(desk, answer.records);
  forget(desk, missing(desk, answer));
  if (!answer.more) takeOut(desk);
  moveCursors(desk, answer.cursors);
  return compare(desk, answer, now);
}

/** The lease is counted on this device's own clock, which may be years off; and from when it asked, because a phone that sleeps may
 *  read an answer weeks after it was given. A clock that was set back meanwhile counts as it is now. */
function contact({ n, gen, now: serverNow, lease, held }: Answer, at: number): Partial<Meta> {
  const lasts = Date.parse(lease) - Date.parse(serverNow);
  return { n: n + 1, gen, serverNow, held, contact: at, leaseUntil: Number.isFinite(lasts) ? at + lasts : null };
}

/** Whether what came is an answer at all: a captive portal, too, says 200. */
export function isAnswer(it: unknown): it is Answer {
  if (typeof it !== "object" || it === null) return false;
  const { n, gen, results, records, outs, cursors, drop, reset, erased, check } = it as Record<string, unknown>;
  const maps = [results, cursors, check].every((map) => typeof map === "object" && map !== null && !Array.isArray(map));
  return (
    typeof n === "number" &&
    typeof gen === "string" &&
    maps &&
    [records, outs, drop, reset, erased].every(Array.isArray)
  );
}
