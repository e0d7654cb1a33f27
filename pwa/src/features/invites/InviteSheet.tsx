/** One invitation, opened: its QR code large enough to hold up, its link to share, and the way to take it back. */
import "./InviteSheet.css";
import { type Signal, useSignal } from "@preact/signals";
import { longDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { qrOf } from "../../net/api";
import type { Invitation } from "../../records/account";
import { me } from "../../store/me";
import { Button } from "../../ui/Button";
import { Sheet } from "../../ui/Sheet";
import { whatOf, whoOf } from "./InviteRow";
import { canShare, copy, share } from "./making";

export interface InviteSheetProps {
  invitation: Signal<Invitation | null>;
  onWithdraw: (invitation: Invitation) => void;
}

export function InviteSheet({ invitation, onWithdraw }: InviteSheetProps) {
  const now = invitation.value;
  const close = () => {
    invitation.value = null;
  };
  const end = () => {
    close();
    if (now) onWithdraw(now);
  };
  return (
    <Sheet open={now !== null} title={now ? titleOf(now) : ""} onClose={close}>
      {now && <Opened key={now.id} invitation={now} onWithdraw={end} />}
    </Sheet>
  );
}

/** An address can be too long to stand beside the button that closes. */
function titleOf(invitation: Invitation): string {
  return invitation.email ? t().invites.mailTitle : whoOf(invitation);
}

function Opened({ invitation, onWithdraw }: { invitation: Invitation; onWithdraw: () => void }) {
  const words = t().invites;
  return (
    <div class="InviteSheet">
      {invitation.email && <p class="what">{invitation.email}</p>}
      <p class="what">{[whatOf(invitation), words.until(longDay(invitation.until))].join(" · ")}</p>
      <Qr invitation={invitation} />
      <p>{invitation.email ? words.byMail : words.byLink}</p>
      <Acts invitation={invitation} />
      <Button kind="plain" icon="bin" onClick={onWithdraw}>
        {words.withdraw}
      </Button>
    </div>
  );
}

function Qr({ invitation }: { invitation: Invitation }) {
  const words = t().invites;
  const away = useSignal(false);
  if (away.value) return <p role="status">{words.qrAway}</p>;
  return (
    <img
      class="qr"
      src={qrOf(invitation.id)}
      alt={words.qr(whoOf(invitation))}
      onError={() => {
        away.value = true;
      }}
    />
  );
}

/** While a dialog is open nobody hears the toast of the page below: what was done is said here. */
function Acts({ invitation }: { invitation: Invitation }) {
  const words = t().invites;
  const copied = useSignal<boolean | null>(null);
  const done = copied.value === true;
  const shares = canShare();
  const programme = me.value?.programmes.find(({ id }) => id === invitation.programme)?.name ?? "";
  const take = async () => {
    copied.value = null; // said again when it is done again
    copied.value = await copy(invitation.url);
  };
  return (
    <>
      <p class={done ? "said heard" : "said"} role="status">
        {copied.value !== null && (done ? words.copied : words.copyByHand)}
      </p>
      {copied.value === false && <p class="link">{invitation.url}</p>}
      <div class="acts">
        {shares && (
          <Button kind="primary" icon="send" onClick={() => void share(invitation.url, words.shareText(programme))}>
            {words.share}
          </Button>
        )}
        <Button kind={shares ? "soft" : "primary"} icon={done ? "check" : "copy"} onClick={() => void take()}>
          {done ? words.copiedShort : words.copy}
        </Button>
      </div>
    </>
  );
}
