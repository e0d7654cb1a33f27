/** The link from the mail: it signs in only on a tap, because some mail scanners open every link they see. */
import { t } from "../../i18n/t";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import type { Problem } from "./problems";
import { useAttempt } from "./useAttempt";

export function LinkStep({ prove }: { prove: () => Promise<Problem | null> }) {
  const words = t().auth;
  const { problem, busy, run } = useAttempt();
  return (
    <>
      {problem.value && <Notice kind="alert" text={words.problem[problem.value]} />}
      <Button kind="primary" wide onClick={() => void run(prove)}>
        {busy.value ? words.busy : words.enter}
      </Button>
    </>
  );
}
