/** Taking an invitation back: one question, with what it does. */
import type { Signal } from "@preact/signals";
import { t } from "../../i18n/t";
import type { Invitation } from "../../records/account";
import { Button } from "../../ui/Button";
import { Sheet } from "../../ui/Sheet";
import { whatOf, whoOf } from "./InviteRow";

export interface WithdrawProps {
  invitation: Signal<Invitation | null>;
  end: (invitation: Invitation) => Promise<void>;
}

export function Withdraw({ invitation, end }: WithdrawProps) {
  const words = t().invites;
  const now = invitation.value;
  const close = () => {
    invitation.value = null;
  };
  const sure = () => {
    if (now) void end(now);
  };
  return (
    <Sheet
      open={now !== null}
      title={words.withdrawAsk}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words.keep}</Button>
          <Button kind="warm" icon="bin" onClick={sure}>
            {words.withdraw}
          </Button>
        </>
      }
    >
      {now && <p>{[whoOf(now), whatOf(now)].join(" · ")}</p>}
      <p>{words.withdrawText}</p>
    </Sheet>
  );
}
