/** Out of this device. It asks first, and says what would have to wait here behind a lock. */
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { held } from "../../store/held";
import { online, syncing, syncNow, unsent } from "../../store/status";
import { Button } from "../../ui/Button";
import { go } from "../../ui/go";
import { onPhone } from "../../ui/Mark";
import { Notice } from "../../ui/Notice";
import { Sheet } from "../../ui/Sheet";
import { toast } from "../../ui/Toast";
import { leave } from "./account";

export function SignOut() {
  const words = t().me;
  const open = useSignal(false);
  const close = () => {
    open.value = false;
  };
  const ask = () => {
    syncNow();
    open.value = true;
  };
  const out = async () => {
    close();
    await leave();
    go("/inloggen", { replace: true });
    toast(words.signedOut);
  };
  return (
    <>
      <Button icon="signOut" onClick={ask}>
        {words.signOut}
      </Button>
      <Sheet open={open.value} title={words.signOutAsk} onClose={close} actions={<Acts stay={close} out={out} />}>
        <What />
      </Sheet>
    </>
  );
}

function Acts({ stay, out }: { stay: () => void; out: () => Promise<void> }) {
  const words = t().me;
  const waits = waiting() > 0;
  return (
    <>
      <Button kind={waits ? "primary" : "soft"} onClick={stay}>
        {words.stay}
      </Button>
      <Button kind={waits ? "plain" : "primary"} onClick={() => void out()}>
        {waits ? words.signOutAnyway : words.signOut}
      </Button>
    </>
  );
}

function What() {
  const words = t().me;
  const here = waiting();
  const warning = onPhone() ? words.signOutUnsentPhone : words.signOutUnsentComputer;
  return (
    <>
      {here > 0 ? (
        <>
          <Notice kind="warm" text={warning(here)} />
          <p>{words.signOutLocked}</p>
          {online.value && unsent.value > 0 && (
            <Button icon="send" onClick={syncNow}>
              {syncing.value ? words.sending : words.sendNow}
            </Button>
          )}
        </>
      ) : (
        <p>{words.signOutText}</p>
      )}
      {!online.value && <p>{words.signOutOffline}</p>}
    </>
  );
}

/** What the server does not have: waiting to be sent, or set aside on this device. */
function waiting(): number {
  return unsent.value + held.value.filter((draft) => draft.here).length;
}
