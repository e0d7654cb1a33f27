/** Time of the simulator: it passes when it is told to, and one task follows the other in the order in which they were asked for. */

const around = globalThis as unknown as { setImmediate(task: () => void): void };
const real = around.setImmediate;
const tasks: (() => void)[] = [];

/** Before anything is loaded that wants it: fake-indexeddb does each of its steps in such a task. */
around.setImmediate = (task) => void tasks.push(task);

/** Everything that waits for nothing but its turn; at most so many tasks of it. How many there were. */
export async function settle(most = Number.POSITIVE_INFINITY): Promise<number> {
  for (let done = 0; ; done++) {
    await new Promise<void>((resume) => real(resume)); // all microtasks come first
    const task = done < most && tasks.shift();
    if (!task) return done;
    task();
  }
}

let now = 0;

export const timeNow = (): number => now;

export function setTime(ms: number): void {
  now = ms;
  tasks.length = 0;
}

interface Timer {
  at: number;
  ring(): void;
}

/** The timers of one page. */
export class Timers {
  private readonly waiting = new Map<number, Timer>();
  private last = 0;

  set(ring: () => void, after = 0): number {
    this.waiting.set(++this.last, { at: now + after, ring });
    return this.last;
  }

  clear(id?: number): void {
    if (id !== undefined) this.waiting.delete(id);
  }

  clearAll(): void {
    this.waiting.clear();
  }

  /** When the next of them rings. */
  next(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...[...this.waiting.values()].map(({ at }) => at));
  }

  ring(): void {
    const due = [...this.waiting].filter(([, { at }]) => at <= now).sort(([a, x], [b, y]) => x.at - y.at || a - b);
    for (const [id, timer] of due) if (this.waiting.delete(id)) timer.ring();
  }
}

/** Time passes, from timer to timer. */
export async function pass(ms: number, all: () => Timers[]): Promise<void> {
  const until = now + ms;
  for (;;) {
    await settle();
    const next = Math.min(...all().map((timers) => timers.next()), Number.POSITIVE_INFINITY);
    if (next > until) break;
    now = Math.max(now, next);
    for (const timers of all()) timers.ring();
  }
  now = until;
  await settle();
}
