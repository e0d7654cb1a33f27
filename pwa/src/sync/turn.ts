/** One turn: everything that is to be said to the server now, and everything it has to say. */
import type { FailureKind, Ports } from "../engine/ports";
import { prune } from "../engine/prune";
import { sync } from "../engine/run";
import type { Answer, HeldDraft } from "../engine/types";
import { api } from "../net/api";
import { failed } from "../net/failure";
import { discarded, discardTold, learnHeld } from "../store/discard";
import { lineEnd } from "../store/line";
import { learn } from "../store/me";
import { memory } from "../store/memory";
import { freshMeta } from "../store/meta";
import { rules } from "../store/rules";
import { landed, stranded } from "../store/stranded";
import { allTold, sharingStopped } from "../store/told";

export interface Wish {
  /** The scopes a poke named; undefined: all. */
  only?: string[] | undefined;
  /** Read again who I am and what I may do. */
  me: boolean;
}

export interface Outcome {
  failure?: FailureKind | undefined;
  /** Another page of this browser is at it. */
  elsewhere: boolean;
  /** Mutations that still wait. */
  waiting: number;
}

export async function turn(person: string, ports: Ports, wish: Wish): Promise<Outcome> {
  await lineEnd();
  await sendStranded(person);
  const refused = wish.me ? await readMe(person) : undefined;
  if (refused) return { failure: refused, elsewhere: false, waiting: 0 };
  const report = await sync(ports, rules, wish.only ? { only: wish.only } : {});
  if (!report) return { elsewhere: true, waiting: 0 };
  await sharingStopped(report.unshared);
  if (report.failure === undefined) await afterwards(person, ports, report.held, wish);
  return { failure: report.failure, elsewhere: false, waiting: report.waiting };
}

/** A login of somebody else, made in another page of this browser, is none of ours. */
async function readMe(person: string): Promise<FailureKind | undefined> {
  const me = await api.me(person);
  if (failed(me)) return me.kind;
  if (me.person.id !== person || memory().person !== person) return "signed_out";
  learn(me);
  return undefined;
}

/** What the disk refused goes straight to the server: it pushes and pulls nothing, and awaits no number. */
async function sendStranded(person: string): Promise<void> {
  const mutations = stranded();
  if (mutations.length === 0) return;
  let { gen } = memory().meta ?? freshMeta(person);
  for (const last of [false, true]) {
    const { device, schema } = freshMeta(person);
    const request = { proto: 1, device, n: 0, gen, schema, limit: 1, cursors: {}, only: [], pull: false, mutations };
    const answer = await api.sync<Answer>(request, { person });
    if (failed(answer)) return;
    landed(new Set(Object.keys(answer.results)));
    if (last || !answer.stale) return;
    gen = answer.gen;
  }
}

async function afterwards(person: string, ports: Ports, onServer: number | undefined, wish: Wish): Promise<void> {
  const told = await tellDiscarded(person);
  const known = [...memory().held.values()].filter((row) => !row.here).length;
  if (onServer !== undefined && mayDiffer(onServer - told, known, wish)) await readHeld(person);
  if (wish.only !== undefined) return;
  allTold();
  await prune(ports.store);
}

/** Their number tells of most changes; one thrown away and another held elsewhere leaves it as it was. */
function mayDiffer(there: number, here: number, wish: Wish): boolean {
  return there !== here || (wish.only === undefined && here > 0);
}

/** Answers how many the server has heard of; one that it does not know is as good as thrown away. */
async function tellDiscarded(person: string): Promise<number> {
  let told = 0;
  for (const mid of await discarded()) {
    const answer = await api.discardHeld(mid, person);
    if (failed(answer) && answer.kind !== "refused") return told;
    await discardTold(mid);
    told++;
  }
  return told;
}

async function readHeld(person: string): Promise<void> {
  const answer = await api.held(person);
  if (!failed(answer)) await learnHeld(answer.held.map((row) => ({ ...row, here: false, added: {} }) as HeldDraft));
}
