/** What the app has to say about itself, the gravest first and only that one: words at stake, sign in, update, offline. */
import { signal } from "@preact/signals";
import { t } from "../i18n/t";
import { recordings } from "../store/files";
import { me } from "../store/me";
import { online, trouble } from "../store/status";
import { Button, type ButtonProps } from "../ui/Button";
import { here } from "../ui/Mark";
import { Notice } from "../ui/Notice";
import { atTab } from "./Status";
import { update, waiting } from "./sw-bridge";

/** "Later" is for this visit; the next start offers the update again. */
const postponed = signal(false);

export function Notices() {
  const words = t().shell;
  if (trouble.value === "disk") return <Notice kind="alert" text={words.disk} />;
  if (trouble.value === "upgrade") return <Asking {...words.upgrade} onClick={update} />;
  if (trouble.value === "signed_out" && me.value) return <Asking {...words.signInAgain} href="/inloggen" />;
  if (waiting.value && !postponed.value) return <Update />;
  return <Quieter />;
}

/** These can wait until one is on a tab's own page. */
function Quieter() {
  const words = t().shell;
  if (recordings.value.length > 0 && atTab()) return <Asking {...words.recording} href="/opnames" />;
  if (!online.value && (atTab() || !me.value)) return <Notice kind="offline" text={words.offline(here())} />;
  return null;
}

function Asking({ text, act, ...way }: { text: string; act: string } & Pick<ButtonProps, "href" | "onClick">) {
  return <Notice kind="warm" text={text} action={<Button {...way}>{act}</Button>} />;
}

function Update() {
  const { text, now, later } = t().shell.update;
  const wait = () => {
    postponed.value = true;
  };
  return (
    <Notice
      text={text}
      action={
        <>
          <Button onClick={update}>{now}</Button>
          <Button kind="plain" onClick={wait}>
            {later}
          </Button>
        </>
      }
    />
  );
}
