/** What went wrong, in words a person can act on. Pure: from a failure to the key of its sentence. */
import type { Words } from "../../i18n/t";
import type { Failure } from "../../net/failure";

export type Problem = keyof Words["auth"]["problem"];

const BY_CODE: Readonly<Record<string, Problem>> = {
  code_wrong: "wrong",
  link_wrong: "wrong",
  email_taken: "taken",
  invitation_wrong: "used",
  invitation_used: "used",
};

/** `tooMany`: what a 429 means here. Where codes are typed it is the code that died, where they are asked one asks too often. */
export function problemOf(failure: Failure, tooMany: "dead" | "tooOften"): Problem {
  if (failure.kind === "offline") return "offline";
  if (failure.kind === "busy") return failure.code === "too_many" ? tooMany : "server";
  if (failure.fields.email) return "email";
  if (failure.fields.name) return "name";
  return BY_CODE[failure.code ?? ""] ?? "unknown";
}
