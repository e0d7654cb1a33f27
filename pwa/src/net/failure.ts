/** What can come back instead of an answer: a closed union, so that every screen and the loop can name what they do about each.
 *
 *  Failure
 *  ├── offline      nothing of ours was reached: no network, a captive portal, a redirect, a truncated body, a timeout
 *  ├── signed_out   this device has no login: keep everything, ask to sign in
 *  ├── revoked      this login was ended on purpose: purge what others wrote
 *  ├── upgrade      the server wants a newer app; what was pushed was still taken
 *  ├── too_big      one request was too large
 *  ├── refused      the server understood and says no: `code` and `fields` tell why
 *  └── busy         too many requests, or the server is in trouble: later
 */
export type FailureKind = "offline" | "signed_out" | "revoked" | "upgrade" | "too_big" | "refused" | "busy";

export class Failure {
  readonly kind: FailureKind;
  readonly code: string | undefined;
  readonly fields: Readonly<Record<string, string>>;

  constructor(kind: FailureKind, code?: string, fields: Record<string, string> = {}) {
    this.kind = kind;
    this.code = code;
    this.fields = fields;
  }
}

export function failed(answer: unknown): answer is Failure {
  return answer instanceof Failure;
}

const BY_STATUS: Readonly<Record<number, FailureKind>> = { 408: "busy", 413: "too_big", 426: "upgrade", 429: "busy" };

/** A refusal in our own words is `{"error": code}`. Anything else below 500 came from something between us and the server. */
export function failureOf(status: number, body: unknown): Failure {
  const told = (body ?? {}) as { error?: unknown; fields?: Record<string, string> };
  const code = typeof told.error === "string" ? told.error : undefined;
  const known = BY_STATUS[status];
  if (known) return new Failure(known, code);
  if (status >= 500 && status !== 511) return new Failure("busy", code);
  if (code === undefined) return new Failure("offline");
  if (status === 401) return new Failure(code === "revoked" ? "revoked" : "signed_out", code);
  return new Failure("refused", code, told.fields);
}
