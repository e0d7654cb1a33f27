/** Who is here: the last person of this device, at once and without a network; else the sign-in page. */
import { effect } from "@preact/signals";
import { firstLanguage } from "../i18n/language";
import { use } from "../i18n/t";
import { language } from "../store/me";
import { lastPerson, openFor, who } from "../store/session";
import { start, stop } from "../sync/loop";

export async function startSession(): Promise<void> {
  const person = await lastPerson();
  if (person) await openFor(person);
  await use(firstLanguage(language.value, navigator.languages));
  effect(() => (who.value ? start(who.value) : stop()));
}
