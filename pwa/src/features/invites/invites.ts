/** The invitations of one programme, and what of them is told. Pure. */
import { plain } from "../../i18n/plain";
import type { Invitation } from "../../records/account";
import type { Community } from "../../records/hats";

/** Those of this programme, newest first: all last equally long, so the last to end was the last to be made. */
export function openOf(invitations: readonly Invitation[], programme: string | null | undefined): Invitation[] {
  const own = invitations.filter((invitation) => invitation.programme === programme);
  return own.sort((a, b) => Date.parse(b.until) - Date.parse(a.until));
}

/** The communities of one programme, by name: "Groep 2" stands before "Groep 10". */
export function communitiesOf(all: readonly Community[], programme: string | null | undefined): Community[] {
  const own = all.filter((community) => community.programme === programme);
  return own.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}

/** Those whose name has this in it; the chosen one stays in sight. */
export function found(all: readonly Community[], typed: string, chosen: string | null): Community[] {
  const part = plain(typed.trim());
  return all.filter(({ id, name }) => id === chosen || plain(name).includes(part));
}
