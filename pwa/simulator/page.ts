/** A page of the app without its screens: the real store, engine and sync turn, and what the simulator does with them. */

import { farewell } from "../src/engine/run";
import type { Patch } from "../src/engine/types";
import { type Kind, kinds } from "../src/records/kinds";
import { attach } from "../src/store/attach";
import { discard } from "../src/store/discard";
import { draftField } from "../src/store/drafts";
import { tell } from "../src/store/files";
import { held } from "../src/store/held";
import { all, one } from "../src/store/live";
import { me } from "../src/store/me";
import { memory } from "../src/store/memory";
import { lastPerson, openFor, revoked, signOut, who } from "../src/store/session";
import { takeIn } from "../src/store/taken";
import { typedIn } from "../src/store/typing";
import { change, choose, create, move, remove, settled } from "../src/store/write";
import { portsFor } from "../src/sync/ports";
import { turn } from "../src/sync/turn";
import { uploadAll } from "../src/sync/upload";
import { bytesOf } from "./bytes";

type Fields = Record<string, unknown>;

/** As in the loop, and sooner: whoever holds the lock that often may have been put to sleep with it in hand. */
const PATIENCE = 2;
let elsewhere = 0;

export async function open(person: string): Promise<void> {
  if (who.value === null) await lastPerson(); // as at every start
  await openFor(person);
  for (const kind of kinds) all(kind).value;
}

/** One turn of the loop, and what the loop does about its end. */
export async function sync(withMe: boolean, only?: string[]) {
  const person = who.value;
  if (person === null) return { failure: "signed_out", waiting: 0, elsewhere: false };
  const outcome = await tried(person, withMe, only);
  elsewhere = outcome.elsewhere ? elsewhere + 1 : 0;
  if (outcome.failure === "revoked") await revoked();
  return outcome;
}

async function tried(person: string, withMe: boolean, only?: string[]) {
  try {
    return await turn(person, portsFor(person, takeIn, elsewhere < PATIENCE), { me: withMe, only });
  } catch (error) {
    if (who.value === person) throw error;
    return { failure: "busy", waiting: 0, elsewhere: false }; // another turn has signed this person out meanwhile
  }
}

/** What the loop does when the records have gone. */
export async function upload(): Promise<void> {
  const person = who.value;
  if (person === null) return;
  try {
    await uploadAll(person, tell);
  } catch (error) {
    if (who.value === person) throw error; // else a turn has signed this person out meanwhile
  }
}

/** The page hides: its farewell outlives it. */
export async function leave(): Promise<void> {
  const person = who.value;
  if (person === null) return;
  await settled();
  await farewell(portsFor(person, takeIn));
}

export { signOut };

/** What a person does. Each is over at once, and on the disk a moment later. */
export const acts = {
  create: (kind: Kind, scope: string, fields: Fields, id?: string) => create(kind, scope, fields as never, id),
  /** Answers what was there before. */
  change(kind: Kind, id: string, set: Fields) {
    const fields: Fields = one(kind, id).value?.fields ?? {};
    const before = Object.keys(set).map((key) => fields[key]);
    change(kind, id, set);
    return before;
  },
  move: (kind: Kind, id: string, scope: string, set: Fields = {}) => move(kind, id, scope, set),
  /** What was seen of it is gone then, and what keystrokes of another page lie over. */
  remove(kind: Kind, id: string) {
    const it = one(kind, id).value;
    const beneath = memory()
      .outbox.get(id)
      ?.map(({ mutation }) => mutation.set);
    const seen = [it?.fields, it?.siblings, beneath, typedIn(id).map(({ text }) => text.peek())];
    remove(kind, id);
    return seen;
  },
  choose: (kind: Kind, id: string, set: Patch, mids: string[]) => choose(kind, id, set, mids),
  insert: (kind: Kind, id: string, key: string, word: string, at: number) =>
    typed(kind, id, key, (words) => words.splice(at % (words.length + 1), 0, word)),
  /** Answers which word was taken away. */
  strike: (kind: Kind, id: string, key: string, at: number) =>
    typed(kind, id, key, (words) => (words.length > 1 ? words.splice(at % words.length, 1) : [])),
  leaveField: (kind: Kind, id: string, key: string) => draftField(kind, id, key).flush(),
  discard: (mid: string) => discard(mid),
  attach: (kind: Kind, id: string, bytes: string, about: string) =>
    attach(kind, id, { type: "image/jpeg", what: "photo", about }, bytesOf(bytes)),
};

/** As in a text field: what is there, changed. null: the record left the screen, and the field with it. */
function typed(kind: Kind, id: string, key: string, how: (words: string[]) => string[]): string[] | null {
  if (!one(kind, id).value && typedIn(id).length === 0) return null;
  const field = draftField(kind, id, key);
  const words = field.value.value.split(" ").filter((word) => word !== "");
  const gone = how(words);
  field.input(words.join(" "));
  return gone;
}

/** What people wrote that can be seen on it, and what this person may do. */
export function screen() {
  const { person, outbox } = memory();
  return {
    person,
    records: kinds.filter((kind) => kind !== "template" && kind !== "person").flatMap((kind) => [...all(kind).value]),
    held: [...held.value],
    typing: typedIn().map(({ id, key, text }) => ({ id, key, text: text.peek() })),
    outbox: [...outbox.values()].flat(),
    scopes: me.value?.scopes ?? {},
  };
}
