/** What the server says no with, as the place in the form it is about and the key of its sentence. Pure. */
import type { Words } from "../../i18n/t";
import type { Failure } from "../../net/failure";
import type { Flaw } from "./form";

export type Problem = keyof Words["invites"]["problem"];

/** `at`: the field to go to; null when it is about none of them. */
export interface Wrong {
  at: Flaw | null;
  problem: Problem;
}

const BY_FIELD: readonly [field: string, at: Flaw][] = [
  ["role", "role"],
  ["community", "community"],
  ["new_community", "community"],
  ["new_community.kind", "community"],
  ["new_community.name", "name"],
  ["email", "email"],
  ["uses", "uses"],
];

export function wrongOf({ kind, code, fields }: Failure): Wrong {
  if (kind === "offline" || kind === "signed_out") return { at: null, problem: kind };
  if (kind === "revoked") return { at: null, problem: "signed_out" };
  if (kind === "busy") return { at: null, problem: code === "too_many" ? "tooMany" : "server" };
  if (fields["new_community.name"] === "taken") return { at: "name", problem: "taken" };
  const at = BY_FIELD.find(([field]) => field in fields)?.[1];
  if (at) return { at, problem: at };
  return { at: null, problem: code === "not_found" ? "gone" : "unknown" };
}
