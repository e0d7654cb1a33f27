/** Who is here: the last person of this device, at once and without a network; else the sign-in page. */
import { effect } from "@preact/signals";
import { firstLanguage } from "../i18n/language";
import { startWith } from "../i18n/t";
import { language } from "../store/me";
import { lastPerson, openFor, who } from "../store/session";

export async function startSession(): Promise<void> {
  const person = await lastPerson();
  if (person) await openFor(person);
  await startWith(firstLanguage(language.value, navigator.languages));
}

/** Sending and fetching for whoever is signed in; its code comes after the first page stands, which needs no network. */
export async function startSync(): Promise<void> {
  const { start, stop } = await import("../sync/loop");
  effect(() => (who.value === null ? stop() : start(who.value)));
}
