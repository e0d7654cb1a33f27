/** Whose device this is now. Everything kept belongs to one person; nobody else's changes are ever sent under their login. */
import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { Kind } from "../records/kinds";
import { putBack } from "./anew";
import * as db from "./db";
import { flushDrafts, giveUp } from "./drafts";
import { redrawFiles } from "./files";
import { redrawHeld } from "./held";
import { followLeaving } from "./leaving";
import { castOff, lifeboats } from "./lifeboat";
import { lineEnd } from "./line";
import { clearLive, onLoad, redrawAll } from "./live";
import { recall } from "./me";
import { memory, onlyHere, startMemory } from "./memory";
import { purge } from "./purge";
import { readAgain, readKind, readSmall } from "./reading";
import { takeBack } from "./recovery";
import { contact, cured, syncNow, troubled } from "./status";
import { diskFailed, forgetStranded } from "./stranded";
import { hear, hush, say, type Word } from "./tabs";
import { recallTold } from "./told";
import { forgetTyping, isTyping } from "./typing";

const PATIENCE = 5;
const open = signal<string | null>(null);

/** The person whose data is open; null when nobody is signed in. */
export const who: ReadonlySignal<string | null> = open;

export async function lastPerson(): Promise<string | null> {
  const { person, leaving } = await db.signedIn().catch(() => ({ person: null, leaving: null })); // cannot say it: sign in again
  if (leaving !== null && open.peek() === null) await clearAfter(leaving).catch(diskFailed);
  return person;
}

/** A page that was killed while somebody was signed out leaves the rest of that to the next. */
async function clearAfter(person: string): Promise<void> {
  db.use(person);
  await purge(person).finally(() => db.use(null));
  await db.hasLeft();
}

export async function openFor(person: string): Promise<void> {
  const before = open.peek();
  if (before === person) return again();
  // Whoever was here was signed out by somebody else's signing in.
  if (before !== null) await signOut();
  db.use(person);
  db.onGivingWay(giveWay);
  db.onAnew(putBack);
  startMemory(person);
  await Promise.all([db.remember(person), readSmall()]).catch(diskFailed);
  onLoad(readable);
  hear(person, heard);
  followLeaving();
  cured("signed_out");
  open.value = person;
  redrawAll();
  takeBack(person);
}

/** Signed in again as the same person: what waited can go. */
function again(): void {
  cured("signed_out");
  syncNow();
}

/** Deletes all but outbox, drafts and held, which wait for the same person. */
export async function signOut(): Promise<void> {
  const person = open.peek();
  if (person === null) return;
  await allWritten();
  await leave(person);
}

/** This login was ended from elsewhere: what others wrote goes, what was typed here waits. */
export async function revoked(): Promise<void> {
  await signOut();
  troubled("signed_out");
}

/** A disk that fails here must not keep anybody signed in; what it did not clear away is left to the next page. */
async function leave(person: string): Promise<void> {
  await db.leaves(person).catch(diskFailed);
  const cleared = await purge(person).then(() => true, diskFailed);
  const seen = await readSmall().then(() => true, diskFailed); // of a recording that is under way, and of other pages, only the disk knows
  await allWritten(); // last of all that takes time: somebody may have gone on typing
  const found = lifeboats(person); // now: other pages fill theirs when they hear of it
  const waits = !seen || onlyHere() + memory().held.size + found.boats.length > 0;
  say({ over: true });
  endHere();
  if (!waits) {
    found.emptied();
    await db.deleteDatabase(person);
  }
  if (cleared) await db.hasLeft();
}

function endHere(): void {
  batch(() => {
    hush();
    db.use(null);
    startMemory("");
    forgetTyping();
    forgetStranded();
    clearLive();
    redrawHeld();
    redrawFiles();
    recall(null, 0);
    recallTold(false, []);
    contact.value = null;
    open.value = null;
  });
}

function heard(word: Word): void {
  if (word.drafts) giveUp(word.drafts);
  if (word.over) endSafely();
  else readAgain(word.ids ?? null).catch(diskFailed);
}

/** Signed out in another page: what was typed in this one waits with the rest. */
async function endSafely(): Promise<void> {
  flushDrafts();
  castOff(); // whoever signed out may be deleting the database by now
  await allWritten();
  endHere();
}

/** Also what is struck while it is written; a disk that fails keeps nobody here for ever. */
async function allWritten(): Promise<void> {
  for (let tries = 0; tries === 0 || (isTyping() && tries < PATIENCE); tries++) {
    flushDrafts();
    await lineEnd();
  }
}

async function readable(kind: Kind): Promise<boolean> {
  return readKind(kind).then(
    () => true,
    (error) => {
      diskFailed(error);
      return false;
    },
  );
}

/** A newer version of the app wants the database, or whoever signed out in another page deletes it. */
async function giveWay(): Promise<void> {
  flushDrafts();
  castOff();
  await lineEnd();
  db.close();
  location.reload();
}
