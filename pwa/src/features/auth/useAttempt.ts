/** One try at a time; when it fails, the sentence stands at the field and the cursor in it. */
import { type Signal, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Problem } from "./problems";

export interface Attempt {
  problem: Signal<Problem | null>;
  busy: Signal<boolean>;
  field: { current: HTMLElement | null };
  fail: (problem: Problem) => void;
  /** The work returns what went wrong, or nothing. */
  run: (work: () => Promise<Problem | null>) => Promise<void>;
}

export function useAttempt(begin: Problem | null = null): Attempt {
  const problem = useSignal<Problem | null>(begin);
  const busy = useSignal(false);
  const field = useRef<HTMLElement>(null);
  const fail = (what: Problem) => {
    problem.value = what;
    field.current?.focus();
  };
  const run = async (work: () => Promise<Problem | null>) => {
    if (busy.value) return;
    busy.value = true;
    const went = await work();
    busy.value = false;
    if (went) fail(went);
    else problem.value = null;
  };
  return { problem, busy, field, fail, run };
}
