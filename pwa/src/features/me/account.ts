/** What one changes about oneself. Shown at once where it can be; the server is told, now or when it is reached again. */
import { effect } from "@preact/signals";
import type { Language } from "../../i18n/language";
import { choose } from "../../i18n/t";
import { api } from "../../net/api";
import { type Failure, failed } from "../../net/failure";
import { learn, me } from "../../store/me";
import { owe } from "../../store/owed";
import { signOut } from "../../store/session";
import { online } from "../../store/status";

/** true when the server knows; else it is told as soon as there is a network again. */
export async function speakIn(language: Language): Promise<boolean> {
  await choose(language);
  know({ language });
  const answer = await api.changeMe({ language });
  if (!failed(answer)) return true;
  tellLater(language);
  return false;
}

export async function rename(name: string): Promise<Failure | null> {
  const answer = await api.changeMe({ name: name.trim() });
  if (failed(answer)) return answer;
  know({ name: answer.person.name });
  return null;
}

/** The phone forgets at once, whether or not the server can be told now. */
export async function leave(): Promise<void> {
  const answer = await api.signOut();
  if (failed(answer) && answer.kind !== "signed_out" && answer.kind !== "revoked") owe();
  await signOut();
}

function know(change: { name?: string; language?: Language }): void {
  const mine = me.peek();
  if (mine) learn({ ...mine, person: { ...mine.person, ...change } });
}

let waiting = () => {};

/** Only the last choice counts, and only for whoever made it. */
function tellLater(language: Language): void {
  waiting();
  const person = me.peek()?.person.id;
  let first = true;
  waiting = effect(() => {
    const there = online.value;
    if (first) first = false;
    else if (there && me.peek()?.person.id === person) void api.changeMe({ language });
  });
}
