/** One thing that is done again and again: the earliest of what was asked for counts, never two at once, and after a failure
 *  not before the agreed moment. It knows nothing of what is done, and looks at no clock that somebody may set. */
export interface Scheduler {
  /** Within so many milliseconds at the latest; what is asked for while it runs comes after. */
  schedule(delay: number): void;
  /** Not before so many milliseconds from now, whoever asks. */
  backOff(delay: number): void;
  /** Whatever went wrong before. */
  atOnce(): void;
  cancel(): void;
}

const NEVER = Number.POSITIVE_INFINITY;

export function scheduler(run: () => Promise<void>): Scheduler {
  let due = NEVER;
  let notBefore = 0;
  let running = false;
  let cancelled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const arm = () => {
    clearTimeout(timer);
    due = Math.max(due, notBefore);
    if (!running && !cancelled && due !== NEVER) timer = setTimeout(() => void fire(), due - performance.now());
  };
  const fire = async () => {
    due = NEVER;
    running = true;
    await run().finally(() => {
      running = false;
      arm();
    });
  };
  const schedule = (delay: number) => {
    const at = Math.max(performance.now() + delay, notBefore);
    if (at >= due) return;
    due = at;
    arm();
  };
  return {
    schedule,
    backOff: (delay) => {
      notBefore = performance.now() + delay;
    },
    atOnce: () => {
      notBefore = 0;
      schedule(0);
    },
    cancel: () => {
      cancelled = true;
      clearTimeout(timer);
    },
  };
}
