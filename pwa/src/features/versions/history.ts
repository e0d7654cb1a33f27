/** What became of a record, version by version: what changed in each, and what it was then. Pure. */
import type { HistoryAnswer } from "../../records/account";
import { isSilent } from "../../records/silent";
import { pieces, type Run, same, type Value } from "../../store/proposal";

type Revision = HistoryAnswer["revisions"][number];
type State = Readonly<Record<string, Value | null>>;

/** What else happened: it was handed in or taken back, thrown away, or waited as a second version. */
export type Event = "in" | "back" | "deleted" | "waited";

export interface Change {
  key: string;
  before: Value | null;
  after: Value | null;
}

export interface Entry {
  rev: string;
  author: string;
  at: string;
  changes: readonly Change[];
  event: Event | null;
  /** All that could be read in it afterwards. */
  state: State;
  /** How many small steps it stands for. */
  steps: number;
}

/** Whoever writes on within this time is at the same piece of work. */
const TOGETHER = 30 * 60_000;
/** As many words stay to be seen on either side of a change. */
const AROUND = 5;

/** Newest first. `each`: every small step by itself. */
export function entries(revisions: readonly Revision[], each = false): Entry[] {
  const steps = withStates(revisions).filter(({ changes, event }) => changes.length > 0 || event !== null);
  return (each ? steps : steps.reduce(gather, [])).toReversed();
}

/** What must be written so that it reads as it did then; empty when it does. */
export function backTo({ state }: Entry, all: readonly Entry[], now: { readonly [key: string]: unknown }): State {
  const keys = new Set(all.flatMap((entry) => Object.keys(entry.state)));
  const differs = [...keys].filter((key) => !same(state[key] ?? null, now[key] ?? null));
  return Object.fromEntries(differs.map((key) => [key, state[key] ?? null]));
}

/** A change of a text, with as much around it as one needs to find the place. */
export function shortened(before: string, after: string): Run[] {
  const all = pieces(before, after);
  return all.map((run, index) => ("same" in run ? { same: around(run.same, index > 0, index < all.length - 1) } : run));
}

function withStates(revisions: readonly Revision[]): Entry[] {
  let state: State = {};
  let lies: Event | null = null;
  return revisions.map(({ rev, author, at, received_at, set, outcome }) => {
    const event = eventIn(set, outcome, lies);
    const changes = event === "deleted" ? [] : changesIn(state, set as State);
    if (event === "in" || event === "back") lies = event;
    if (event !== "waited") state = { ...state, ...Object.fromEntries(changes.map(({ key, after }) => [key, after])) };
    return { rev, author, at: at ?? received_at, changes, event, state, steps: 1 };
  });
}

/** It lies with its writer until it was handed in for the first time. */
function eventIn(set: Revision["set"], outcome: string, lies: Event | null): Event | null {
  if (outcome === "conflict") return "waited";
  if (set.deleted === true) return "deleted";
  if (!("handed_in" in set)) return null;
  const event = set.handed_in ? "in" : "back";
  return event === (lies ?? "back") ? null : event;
}

function changesIn(state: State, set: State): Change[] {
  return Object.entries(set)
    .filter(([key, after]) => !isSilent(key) && !same(state[key] ?? null, after))
    .map(([key, after]) => ({ key, before: state[key] ?? null, after }));
}

/** Goes on with the last entry, if it is the same person at the same piece of work. */
function gather(all: Entry[], next: Entry): Entry[] {
  const last = all.at(-1);
  const soon = last && Date.parse(next.at) - Date.parse(last.at) < TOGETHER;
  if (!last || !soon || last.author !== next.author || last.event || next.event) return [...all, next];
  const changes = [...last.changes, ...next.changes]
    .reduce(onto, [])
    .filter(({ before, after }) => !same(before, after));
  return [...all.slice(0, -1), { ...next, changes, steps: last.steps + 1 }];
}

function onto(all: Change[], { key, before, after }: Change): Change[] {
  const known = all.find((change) => change.key === key);
  return [...all.filter((change) => change !== known), { key, before: known ? known.before : before, after }];
}

function around(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const words = text.match(/\S+\s*/g) ?? [];
  const head = hasBefore ? words.slice(0, AROUND) : [];
  const tail = hasAfter ? words.slice(-AROUND) : [];
  return words.length <= head.length + tail.length ? text : [...head, "… ", ...tail].join("");
}
