/** One invitation in a line: for whom, as what, where, and until when. */
import { capital, shortDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import type { Invitation } from "../../records/account";
import { communityOf } from "../../records/hats";
import { me } from "../../store/me";
import { Row } from "../../ui/Row";

export function InviteRow({ invitation, onClick }: { invitation: Invitation; onClick: () => void }) {
  return (
    <Row
      icon={invitation.email ? "mail" : "people"}
      title={whoOf(invitation)}
      sub={[whatOf(invitation), unbroken(t().invites.lastDay(shortDay(invitation.until)))].join(" · ")}
      onClick={onClick}
    />
  );
}

/** A mail address, or "Link voor nog 8 studenten". */
export function whoOf({ email, uses_left }: Invitation): string {
  return email ?? t().invites.linkFor(uses_left);
}

/** "Coach · SW1A" */
export function whatOf({ role, community }: Invitation): string {
  const place = communityOf(me.value, community ?? undefined)?.name;
  return [capital(t().roles[role]), place].filter(Boolean).join(" · ");
}

const unbroken = (words: string): string => words.replaceAll(" ", "\u00a0");
