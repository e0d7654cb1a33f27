/** How things stand, for the person: is there a network, what is only here, when did we last reach the server, what is wrong. */
import { signal } from "@preact/signals";

/** "disk": this device does not keep what is written; "signed_out": what is written here waits for a login;
 *  "upgrade": the server wants a newer app before it gives anything. */
export type Trouble = "disk" | "signed_out" | "upgrade" | null;

/** The browser is sure that there is no network; what it says otherwise is only a guess. */
export const unplugged = (): boolean => typeof navigator !== "undefined" && navigator.onLine === false;

export const online = signal(!unplugged());
export const syncing = signal(false);
export const unsent = signal(0);
/** Of what is unsent some is words; else it is only photos and recordings. */
export const wordsWait = signal(false);
export const contact = signal<Date | null>(null);
/** What is the matter; the disk outranks the others, because there words are at stake. */
export const trouble = signal<Trouble>(null);

export type Why = "now" | "written";

let wanted: (why: Why) => void = () => {};

/** The loop says here what is to happen when something wants sending. */
export function onWanted(callback: (why: Why) => void): void {
  wanted = callback;
}

/** Something was written: send it soon. */
export function written(): void {
  wanted("written");
}

/** A person asks for it: send and fetch at once, whatever the back-off says. */
export function syncNow(): void {
  wanted("now");
}

export function troubled(what: Exclude<Trouble, null>): void {
  if (trouble.value !== "disk") trouble.value = what;
}

export function cured(what: Exclude<Trouble, null>): void {
  if (trouble.value === what) trouble.value = null;
}
