/** What the server has told this device as a whole, beyond single records. Kept, so that a start without a network knows it too. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { keep, keepAlso } from "./kept";

const whole = signal(false);
const stopped = signal<readonly string[]>([]);

/** Everything was read here once, to the end. Before that, what is absent may merely not have come yet. */
export const toldAll: ReadonlySignal<boolean> = whole;

/** Records whose sharing was stopped because someone else had written in them since: the person decides again. */
export const unshared: ReadonlySignal<readonly string[]> = stopped;

export function allTold(): void {
  if (whole.peek()) return;
  whole.value = true;
  keep("toldAll", true);
}

export async function sharingStopped(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  stopped.value = [...new Set([...stopped.peek(), ...ids])];
  await keepAlso("unshared", ids).catch(() => {}); // a disk that fails now is told of elsewhere
}

/** Shared again, or taken back: the person has decided. */
export function decided(id: string): void {
  if (!stopped.peek().includes(id)) return;
  stopped.value = stopped.peek().filter((one) => one !== id);
  keep("unshared", stopped.peek());
}

/** What the device remembered. */
export function recallTold(all: boolean, unsharedIds: readonly string[]): void {
  whole.value = all;
  stopped.value = unsharedIds;
}
