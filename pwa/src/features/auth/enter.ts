/** From proof to being in: whose device this becomes, and what happens to the work of whoever was here before. */
import { api } from "../../net/api";
import { type Failure, failed } from "../../net/failure";
import type { SignedIn } from "../../records/account";
import { learn } from "../../store/me";
import { othersWait } from "../../store/others";
import { paid } from "../../store/owed";
import { openFor, signOut, who } from "../../store/session";
import { cured, syncNow } from "../../store/status";
import { forget } from "./asked";
import { settleOwed } from "./owing";
import { type Problem, problemOf } from "./problems";

/** `locked`: unsent work of someone else stays behind a lock. */
export type Entered = { problem: Problem } | { locked: boolean };

/** 1. Prove. 2. Ask who that is and what they may do. 3. Lock away whoever was here. 4. Open this person's own store. */
export async function enter(prove: () => Promise<SignedIn | Failure>): Promise<Entered> {
  await settleOwed();
  const proven = await prove();
  if (failed(proven)) return { problem: problemOf(proven, "dead") };
  return comeIn();
}

/** The cookie is there: also to go on after the line broke between proof and answer. */
export async function comeIn(): Promise<Entered> {
  const me = await api.me();
  if (failed(me)) return { problem: problemOf(me, "tooOften") };
  paid(); // the cookie of whoever signed out without a network is gone from here: theirs must not end this one
  const before = who.peek();
  if (before !== null && before !== me.person.id) await signOut();
  await openFor(me.person.id);
  learn(me);
  cured("signed_out");
  forget();
  syncNow();
  return { locked: await othersWait(me.person.id) };
}
