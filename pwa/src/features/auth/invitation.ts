/** What an invitation asks of whom: a stranger, someone who is signed in, someone signed in as another. Pure. */
import type { api } from "../../net/api";
import type { Me, Offer } from "../../records/account";
import { looksLikeMail } from "../../records/account";

export interface Invitee {
  name?: string;
  email?: string;
}

/** "join": one tap is enough; "other": it was meant for another mailbox; "stranger": name, and mail unless it is known. */
export function invitee(offer: Offer, me: Me | null): "join" | "other" | "stranger" {
  if (!me) return "stranger";
  return offer.sent_to === null || offer.sent_to === masked(me.person.email) ? "join" : "other";
}

/** What is missing, as the name of its field; null when it can go. */
export function missing(offer: Offer, { name, email }: Invitee): "name" | "email" | null {
  if (!name?.trim()) return "name";
  return offer.sent_to === null && !looksLikeMail(email ?? "") ? "email" : null;
}

/** An invitation that names its mailbox is proven by its own token, because the address is not told to whoever holds the link. */
export function proofOf(
  net: Pick<typeof api, "verify" | "verifyInvited">,
  token: string,
  offer: Offer,
  who: Invitee,
  code: string,
) {
  return offer.sent_to === null ? net.verify(who.email?.trim() ?? "", code) : net.verifyInvited(token, code);
}

/** As the server shows an address to a stranger: enough for its owner to know it. */
export function masked(email: string | null): string {
  const [mailbox = "", domain = ""] = (email ?? "").split(/@(?=[^@]*$)/);
  return `${mailbox.slice(0, 1)}…@${domain}`;
}
