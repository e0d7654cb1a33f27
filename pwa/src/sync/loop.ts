/** When: at start, when the network or the page comes back, 2 s after a change, on a poke, every 30 s while something waits,
 *  and a full round hourly. After a failure later and later, but at once when a person asks. While the browser says there is no
 *  network, only then: to try would tell nothing new. */
import { delayAfter } from "../engine/backoff";
import type { FailureKind } from "../engine/ports";
import { revoked } from "../store/session";
import { cured, online, onWanted, syncing, troubled, unplugged } from "../store/status";
import { diskFailed } from "../store/stranded";
import { takeIn } from "../store/taken";
import { askForBackground } from "./background";
import { portsFor } from "./ports";
import { type Scheduler, scheduler } from "./scheduler";
import { follow } from "./triggers";
import { type Outcome, turn, type Wish } from "./turn";
import { type Uploads, uploads } from "./uploads";

const AFTER_WRITING = 2_000;
const WHILE_WAITING = 30_000;
const ELSEWHERE = 3_000;
/** A page that was put to sleep with the lock in its hand must not stop the others. */
const PATIENCE = 5;
const HOUR = 3_600_000;

interface Running {
  person: string;
  /** What the next turn is to ask: all, or the scopes that were poked. */
  scopes: Set<string> | "all";
  me: boolean;
  turns: Scheduler;
  files: Uploads;
  failures: number;
  /** How often in a row another page was at it. */
  elsewhere: number;
  /** A person's own act: it is tried whatever the browser thinks of the network. */
  asked: boolean;
  lastFull: number;
  unfollow(): void;
}

let running: Running | null = null;

export function start(person: string): void {
  stop();
  const loop: Running = {
    person,
    scopes: "all",
    me: true,
    turns: scheduler(() => go(loop)),
    files: uploads(person),
    failures: 0,
    elsewhere: 0,
    asked: false,
    lastFull: Number.NEGATIVE_INFINITY,
    unfollow: () => {},
  };
  running = loop;
  onWanted((why) => (why === "now" ? nudge() : all(loop, AFTER_WRITING)));
  loop.unfollow = follow(person, {
    back: () => atOnce(loop),
    poked: (scopes) => poked(loop, scopes),
  });
  atOnce(loop);
}

export function stop(): void {
  if (!running) return;
  running.turns.cancel();
  running.files.stop();
  running.unfollow();
  onWanted(() => {});
  running = null;
}

/** A person asks: now, whatever went wrong before. */
export function nudge(): void {
  if (!running) return;
  running.asked = true;
  atOnce(running);
}

function atOnce(loop: Running): void {
  loop.scopes = "all";
  loop.turns.atOnce();
}

function all(loop: Running, delay: number): void {
  loop.scopes = "all";
  loop.turns.schedule(delay);
}

/** `[]`: what I may see has changed. */
function poked(loop: Running, scopes: string[]): void {
  if (scopes.length === 0) {
    loop.me = true;
    loop.scopes = "all";
  } else if (loop.scopes !== "all") for (const scope of scopes) loop.scopes.add(scope);
  loop.turns.schedule(0);
}

/** Without a network nothing is tried until it is back: then everything is asked for. */
async function go(loop: Running): Promise<void> {
  if (unplugged() && !loop.asked) return MEANS.offline?.();
  const wish = wishOf(loop);
  Object.assign(loop, { scopes: new Set(), me: false, asked: false });
  syncing.value = true;
  const outcome = await tried(loop, wish);
  syncing.value = false;
  if (loop !== running) return;
  if (outcome.failure) wait(loop, wish, outcome.failure);
  else done(loop, wish, outcome);
}

function wishOf({ scopes, me, lastFull }: Running): Wish {
  const full = scopes === "all" || scopes.size === 0 || performance.now() - lastFull >= HOUR;
  return { me, only: full ? undefined : [...scopes] };
}

async function tried(loop: Running, wish: Wish): Promise<Outcome> {
  try {
    return await turn(loop.person, portsFor(loop.person, takeIn, loop.elsewhere < PATIENCE), wish);
  } catch (error) {
    // Only the disk throws: the network answers with a failure.
    console.warn("a sync turn broke off", (error as Error)?.name);
    if (loop === running) diskFailed(error);
    return { failure: "busy", elsewhere: false, waiting: 0 };
  }
}

function done(loop: Running, wish: Wish, { elsewhere, waiting }: Outcome): void {
  loop.failures = 0;
  loop.elsewhere = elsewhere ? loop.elsewhere + 1 : 0;
  online.value = true;
  cured("signed_out");
  cured("upgrade");
  if (!elsewhere) loop.files.wake();
  if (wish.only === undefined && !elsewhere) loop.lastFull = performance.now();
  if (elsewhere) loop.turns.schedule(ELSEWHERE);
  if (waiting > 0 && document.visibilityState === "visible") loop.turns.schedule(WHILE_WAITING);
  loop.turns.schedule(HOUR);
}

/** What could not be asked is asked again. */
function wait(loop: Running, wish: Wish, failure: FailureKind): void {
  loop.me ||= wish.me;
  loop.scopes = "all";
  MEANS[failure]?.();
  if (failure === "revoked") return;
  const delay = delayAfter(loop.failures++, Math.random());
  loop.turns.backOff(delay);
  loop.turns.schedule(delay);
}

const MEANS: Readonly<Partial<Record<FailureKind, () => void>>> = {
  offline: () => {
    online.value = false;
    void askForBackground();
  },
  busy: () => {
    online.value = true;
  },
  signed_out: () => troubled("signed_out"),
  upgrade: () => troubled("upgrade"),
  revoked: () => {
    stop();
    void revoked();
  },
};
