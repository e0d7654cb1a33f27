/** How long to wait after a failure: longer each time, and never all devices at the same moment. */

const FIRST = 1000;
const LONGEST = 300_000;

/** Milliseconds before try number `failures` + 1; `fraction` is chance, 0 ≤ x < 1. A user's own act does not wait for it. */
export function delayAfter(failures: number, fraction: number): number {
  const longest = Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 20));
  return Math.round(Math.max(FIRST, longest * (0.5 + fraction / 2)));
}
