/** Step one of proving a mailbox: to which address the code goes. */
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { looksLikeMail } from "../../records/account";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import type { Problem } from "./problems";
import { useAttempt } from "./useAttempt";

export interface MailStepProps {
  email: string;
  label: string;
  hint: string;
  act: string;
  /** What went wrong, or null when the code is on its way. */
  ask: (address: string) => Promise<Problem | null>;
}

export function MailStep({ email, label, hint, act, ask }: MailStepProps) {
  const words = t().auth;
  const typed = useSignal(email);
  const { problem, busy, field, run } = useAttempt();
  const send = async () => (looksLikeMail(typed.value) ? ask(typed.value.trim()) : "email");
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run(send);
      }}
    >
      <Field
        kind="email"
        name="email"
        label={label}
        hint={hint}
        value={typed.value}
        required
        inputRef={field}
        error={problem.value ? words.problem[problem.value] : undefined}
        onInput={(text) => {
          typed.value = text;
        }}
      />
      <Button kind="primary" wide type="submit">
        {busy.value ? words.busy : act}
      </Button>
    </form>
  );
}
