/** A sign-out without a network is made good before anyone comes in; after that its answer would end the new cookie. */
import { api } from "../../net/api";
import { failed } from "../../net/failure";
import { owed, paid } from "../../store/owed";

let paying: Promise<void> | null = null;

export function settleOwed(): Promise<void> {
  if (!owed()) return Promise.resolve();
  paying ??= pay().finally(() => {
    paying = null;
  });
  return paying;
}

async function pay(): Promise<void> {
  const answer = await api.signOut();
  if (!failed(answer) || answer.kind === "signed_out" || answer.kind === "revoked") paid();
}
