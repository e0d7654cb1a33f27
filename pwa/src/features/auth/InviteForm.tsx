/** Who you are, as far as the invitation does not know it yet. */
import { t } from "../../i18n/t";
import type { Offer } from "../../records/account";
import { me } from "../../store/me";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { type Invitee, invitee } from "./invitation";
import type { Problem } from "./problems";
import { Stranger } from "./Stranger";
import { useAttempt } from "./useAttempt";

export interface InviteProps {
  offer: Offer;
  accept: (invitee: Invitee) => Promise<Problem | null>;
}

export function InviteForm({ offer, accept }: InviteProps) {
  const kind = invitee(offer, me.value);
  if (kind === "join") return <Join accept={accept} />;
  return (
    <>
      {kind === "other" && <Notice kind="warm" text={t().auth.invite.notYou(offer.sent_to ?? "")} />}
      <Stranger offer={offer} accept={accept} />
    </>
  );
}

function Join({ accept }: Pick<InviteProps, "accept">) {
  const words = t().auth;
  const { problem, busy, run } = useAttempt();
  return (
    <>
      {problem.value && <Notice kind="alert" text={words.problem[problem.value]} />}
      <Button kind="primary" wide onClick={() => void run(() => accept({}))}>
        {busy.value ? words.busy : words.invite.joinAs(me.value?.person.name ?? "")}
      </Button>
    </>
  );
}
