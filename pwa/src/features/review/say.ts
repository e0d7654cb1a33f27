/** The verbs of a reader: thanking, asking, finishing, replying, and the receipt that says it was read. */
import { answerDraft } from "../../records/ids";
import { receiptNow, receiptsOf } from "../../records/receipts";
import { discardDrafts } from "../../store/drafts";
import { all } from "../../store/live";
import { change, create, remove } from "../../store/write";
import type { State } from "./review";
import { type Entry, myself } from "./world";

export const draftOf = (entry: Entry): string => answerDraft(entry.id, myself());

export function answer(entry: Entry, state: State, text: string): string {
  const words = text.trim();
  const id = create("review", entry.scope, { logboek: entry.id, state, ...(words ? { text: words } : {}) });
  discardDrafts(draftOf(entry), ["text"]);
  return id;
}

export function reply(entry: Entry, text: string): void {
  create("comment", entry.scope, { about: entry.id, text: text.trim() });
  discardDrafts(draftOf(entry), ["text"]);
}

/** Finished by accident: then nothing was said. */
export function takeBack(review: string): void {
  remove("review", review);
}

/** That this person has read it, in the state it is in now. */
export function noteRead(entry: Entry): void {
  const known = receiptsOf(all("receipt").peek(), myself()).get(entry.id);
  const now = receiptNow(entry, myself(), new Date());
  if (known) change("receipt", known.id, { at: now.at, rev: now.rev });
  else create("receipt", entry.scope, now);
}
