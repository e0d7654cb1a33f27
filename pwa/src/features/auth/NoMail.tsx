/** For whom no mail came: another look, a new code after a while, another address. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../i18n/t";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { Section } from "../../ui/Section";
import { toast } from "../../ui/Toast";
import { type Asked, secondsLeft } from "./asked";
import type { Problem } from "./problems";
import { useAttempt } from "./useAttempt";

export interface NoMailProps {
  asked: Asked;
  /** What went wrong, or null when a new one is on its way. */
  resend: () => Promise<Problem | null>;
  /** Only to addresses that are known here; whoever asks is not told whether theirs is. */
  onlyKnown?: boolean | undefined;
  onOther?: (() => void) | undefined;
}

export function NoMail({ asked, resend, onlyKnown, onOther }: NoMailProps) {
  const words = t().auth;
  const left = useSecondsLeft(asked);
  const { problem, run } = useAttempt();
  const again = async () => {
    const went = await resend();
    if (!went) toast(words.resent);
    return went;
  };
  return (
    <Section title={words.noMail}>
      <p class="quiet">{onlyKnown ? `${words.noMailText} ${words.noMailKnown}` : words.noMailText}</p>
      {problem.value && <Notice kind="alert" text={words.problem[problem.value]} />}
      {left > 0 ? (
        <p class="quiet">{words.resendIn(left)}</p>
      ) : (
        <Button wide icon="send" onClick={() => void run(again)}>
          {words.resend}
        </Button>
      )}
      {onOther && (
        <Button wide kind="plain" onClick={onOther}>
          {words.otherAddress}
        </Button>
      )}
    </Section>
  );
}

function useSecondsLeft(asked: Asked): number {
  const now = useSignal(Date.now());
  const left = secondsLeft(asked, now.value);
  useEffect(() => {
    now.value = Date.now();
    const timer = setInterval(() => {
      now.value = Date.now();
    }, 1_000);
    return () => clearInterval(timer);
  }, [asked, now]);
  return left;
}
