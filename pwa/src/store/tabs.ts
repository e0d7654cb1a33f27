/** Other pages of this browser, and the service worker: whoever wrote says "changed", the others read the disk again. */
import type { Changes } from "../engine/ports";

/** `ids`: the records concerned, null for "anything"; `over`: the person signed out, or was signed out. */
export interface Word {
  ids?: string[] | null;
  over?: boolean;
  /** What was typed in these goes, or what lies beneath it: also what a page types there that has yet to hear of it. */
  drafts?: Changes["drafts"];
}

/** Beyond this, reading everything again is quicker than asking record by record. */
const MANY = 400;

let channel: BroadcastChannel | null = null;

export function hear(person: string, heard: (word: Word) => void): void {
  hush();
  if (typeof BroadcastChannel === "undefined") return;
  channel = new BroadcastChannel(`maatje-${person}`);
  channel.onmessage = (event: MessageEvent<Word>) => heard(event.data);
}

export function say(word: Word): void {
  channel?.postMessage(word.ids && word.ids.length > MANY ? { ...word, ids: null } : word);
}

export function hush(): void {
  channel?.close();
  channel = null;
}
