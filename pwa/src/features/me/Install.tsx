/** `/ik/installeren`: the app on the home screen, by a button where the browser has one, else by steps; and what an iPhone keeps apart. */
import "./Me.css";
import { t } from "../../i18n/t";
import { isInstalled, platform } from "../../store/device";
import { install, installable } from "../../store/installing";
import { online, syncing, syncNow, unsent } from "../../store/status";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Notice } from "../../ui/Notice";
import { PageHead } from "../../ui/PageHead";
import { toast } from "../../ui/Toast";
import { Steps } from "./Steps";

export function Page() {
  const words = t().me;
  return (
    <div class="Me">
      <PageHead
        title={platform() === "computer" ? words.installTitleComputer : words.installTitle}
        sub={words.installWhy}
        back="/ik"
        section={words.back}
      />
      {isInstalled() ? <Card title={words.installDone} text={words.installDoneText} /> : <How />}
    </div>
  );
}

function How() {
  const words = t().me;
  const on = platform();
  if (installable.value) return <ByButton />;
  if (on === "iphone") return <Iphone />;
  return (
    <>
      <Steps steps={on === "android" ? words.installAndroid : words.installComputer} />
      {on === "computer" && <p class="quiet">{words.installOther}</p>}
    </>
  );
}

function ByButton() {
  const words = t().me;
  const now = async () => {
    if (await install()) toast(words.installAsked);
  };
  return (
    <Button kind="primary" icon="plus" onClick={() => void now()}>
      {words.installNow}
    </Button>
  );
}

/** Safari and the app on the home screen have a store each: everything is sent before one goes over. */
function Iphone() {
  const words = t().me;
  const waits = unsent.value;
  const send = online.value && (
    <Button icon="send" onClick={syncNow}>
      {syncing.value ? words.sending : words.sendNow}
    </Button>
  );
  return (
    <>
      {waits > 0 && <Notice kind="warm" text={words.twoStoresUnsent(waits)} action={send} />}
      <Steps steps={words.installIphone} />
      <Card title={words.twoStores} text={words.twoStoresText} />
    </>
  );
}
