/** Two devices do not keep everything for ever: one that is almost full, and Safari where the app is not on the home screen. */
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { isInstalled, platform } from "../../store/device";
import { later, wasLater } from "../../store/later";
import { spaceIsLow } from "../../store/space";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";

export type Advice = "room" | "install";

export async function wanted(): Promise<Advice | null> {
  if (await spaceIsLow()) return "room";
  return platform() === "iphone" && !isInstalled() && !wasLater() ? "install" : null;
}

export function KeepSafe({ advice }: { advice: Advice }) {
  return advice === "room" ? <Notice kind="warm" text={t().files.storageLow} /> : <Install />;
}

function Install() {
  const words = t().me;
  const gone = useSignal(false);
  const notNow = () => {
    later();
    gone.value = true;
  };
  if (gone.value) return null;
  return (
    <Notice
      text={words.installKeeps}
      action={
        <>
          <Button href="/ik/installeren">{words.installShow}</Button>
          <Button kind="plain" onClick={notNow}>
            {t().shell.update.later}
          </Button>
        </>
      }
    />
  );
}
