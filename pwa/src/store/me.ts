/** Who is signed in here, what they may do, and the role they act in now. A copy is on the device, so all this is known offline. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Me, Role } from "../records/account";
import { keep } from "./kept";

export type { Me, Role } from "../records/account";

const known = signal<Me | null>(null);
const worn = signal(0);

export const me: ReadonlySignal<Me | null> = known;

/** The role one acts in now: Vandaag and the tabs follow it. */
export const hat: ReadonlySignal<Role | null> = computed(() => {
  const roles = known.value?.roles ?? [];
  return roles[worn.value] ?? roles[0] ?? null;
});

export const language: ReadonlySignal<string | null> = computed(() => known.value?.person.language ?? null);

/** Act in another of one's roles, by its place in `me.roles`. */
export function wear(index: number): void {
  worn.value = index;
  keep("hat", index);
}

/** What the server says about me now. */
export function learn(me: Me): void {
  known.value = me;
  keep("me", me);
}

/** What the device remembered. */
export function recall(me: Me | null, index: number): void {
  known.value = me;
  worn.value = index;
}
