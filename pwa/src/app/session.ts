/** Who is here: the last person of this device, at once and without a network; else the sign-in page. */
import { firstLanguage } from "../i18n/language";
import { use } from "../i18n/t";
import { language } from "../store/me";
import { lastPerson, openFor } from "../store/session";

export async function startSession(): Promise<void> {
  const person = await lastPerson();
  if (person) await openFor(person);
  await use(firstLanguage(language.value, navigator.languages));
}
