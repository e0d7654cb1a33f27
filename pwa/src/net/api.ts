/** Every route of the server, and the only way to it. Read it as a table. */
import type {
  Acceptance,
  DemoPerson,
  Device,
  HeldAnswer,
  HistoryAnswer,
  Invitation,
  Me,
  NewInvitation,
  Offer,
  SignedIn,
} from "../records/account";
import type { Failure } from "./failure";
import { type Done, type Options, request } from "./request";

type Answered<Answer> = Promise<Answer | Failure>;
type Call = Pick<Options, "signal" | "keepalive" | "person">;

/** A full round of 500 changes over a bad line takes its time. */
const SYNC_TIMEOUT = 45_000;

export const EVENTS = "/api/events";
/** The picture of an invitation's link, for an `<img>`. */
export const qrOf = (id: string): string => `/api/auth/invites/${encodeURIComponent(id)}/qr.svg`;

export const api = {
  sync: <Answer>(body: unknown, call: Call = {}): Answered<Answer> =>
    request("POST", "/api/sync", { ...call, body, timeout: SYNC_TIMEOUT }),
  digest: (scope: string): Answered<{ pos: number; pairs: [string, string][] }> =>
    request("POST", "/api/digest", { body: { scope } }),
  history: (id: string): Answered<HistoryAnswer> => request("GET", `/api/history/${encodeURIComponent(id)}`),
  held: (person: string): Answered<HeldAnswer> => request("GET", "/api/held", { person }),
  discardHeld: (mid: string, person: string): Answered<Done> =>
    request("DELETE", `/api/held/${encodeURIComponent(mid)}`, { person }),

  me: (person?: string): Answered<Me> => request("GET", "/api/me", person === undefined ? {} : { person }),
  changeMe: (change: { name?: string; language?: string }): Answered<SignedIn> =>
    request("PATCH", "/api/auth/me", { body: change }),

  code: (email: string): Answered<Done> => request("POST", "/api/auth/code", { body: { email } }),
  verify: (email: string, code: string): Answered<SignedIn> =>
    request("POST", "/api/auth/verify", { body: { email, code } }),
  /** For an invitation that names its own mailbox. */
  verifyInvited: (invitation: string, code: string): Answered<SignedIn> =>
    request("POST", "/api/auth/verify", { body: { invitation, code } }),
  link: (token: string): Answered<SignedIn> => request("POST", "/api/auth/link", { body: { token } }),
  signOut: (): Answered<Done> => request("POST", "/api/auth/sign-out"),
  devices: (): Answered<{ devices: Device[] }> => request("GET", "/api/auth/devices"),
  endDevice: (id: string): Answered<Done> => request("DELETE", `/api/auth/devices/${encodeURIComponent(id)}`),
  email: (email: string): Answered<Done> => request("POST", "/api/auth/email", { body: { email } }),
  verifyEmail: (email: string, code: string): Answered<SignedIn> =>
    request("POST", "/api/auth/email/verify", { body: { email, code } }),

  invitations: (): Answered<{ invitations: Invitation[] }> => request("GET", "/api/auth/invites"),
  invite: (invitation: NewInvitation): Answered<Invitation> =>
    request("POST", "/api/auth/invites", { body: invitation }),
  withdraw: (id: string): Answered<Done> => request("DELETE", `/api/auth/invites/${encodeURIComponent(id)}`),
  offer: (token: string): Answered<Offer> => request("POST", "/api/auth/invites/look", { body: { token } }),
  /** `person` when one was signed in as whom it is meant for; else a code was mailed, for `verify`. */
  accept: (body: Acceptance): Answered<Partial<SignedIn> & { sent_to?: string }> =>
    request("POST", "/api/auth/invites/accept", { body }),

  demoPeople: (): Answered<DemoPerson[]> => request("GET", "/api/demo/people"),
  demoEnter: (email: string): Answered<SignedIn> => request("POST", "/api/demo/enter", { body: { email } }),
};
