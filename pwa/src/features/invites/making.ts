/** The verbs: make an invitation, withdraw one, copy or share its link. What is filled in stays while this page lives. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { api } from "../../net/api";
import { type Failure, failed } from "../../net/failure";
import type { Invitation } from "../../records/account";
import type { Community } from "../../records/hats";
import { learn, me } from "../../store/me";
import { BLANK, type Form, flawOf, wanted } from "./form";
import { type Wrong, wrongOf } from "./problems";

/** In the memory of the page and nowhere else: another's mail address is not to stay behind on a phone. */
const kept = signal<{ whose: string; form: Form }>({ whose: "", form: BLANK });
/** What was made a moment ago: the list opens a new link at once, for it is there to be shown. */
const made = signal<Invitation | null>(null);

export const typed = (programme: string): Form => (kept.value.whose === whose(programme) ? kept.value.form : BLANK);

export function type(programme: string, change: Partial<Form>): void {
  kept.value = { whose: whose(programme), form: { ...typed(programme), ...change } };
}

export const lastMade: ReadonlySignal<Invitation | null> = made;

export function shown(): void {
  made.value = null;
}

/** The invitation, or what is wrong and where. */
export async function make(programme: string, there: readonly Community[]): Promise<Invitation | Wrong> {
  const form = typed(programme);
  const flaw = flawOf(form, there);
  if (flaw) return { at: flaw, problem: flaw };
  const body = wanted(form, programme, there);
  const told = await api.invite(body);
  // Its own community is not known here yet, nor is one that another made by this name.
  if (body.new_community) await askWhoIAm();
  if (failed(told)) return wrongOf(told);
  kept.value = { whose: "", form: BLANK };
  made.value = told;
  return told;
}

export async function withdraw({ id }: Invitation): Promise<Failure | null> {
  const told = await api.withdraw(id);
  // One that is gone is withdrawn.
  return failed(told) && told.code !== "not_found" ? told : null;
}

/** false: this browser does not let us. */
export async function copy(link: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return false; // forbidden, or a page without https: then the link is shown to be copied by hand
  }
}

export const canShare = (): boolean => typeof navigator.share === "function";

/** By whatever the phone shares with. */
export async function share(link: string, text: string): Promise<void> {
  try {
    await navigator.share({ text, url: link });
  } catch {
    // Called off, or there was nothing to share with: the other ways stand beside this one.
  }
}

async function askWhoIAm(): Promise<void> {
  const mine = me.peek()?.person.id;
  const told = await api.me(mine);
  // Without an answer the server's own poke brings it a little later.
  if (!failed(told) && told.person.id === me.peek()?.person.id) learn(told);
}

const whose = (programme: string): string => `${me.value?.person.id} ${programme}`;
