/** Step one: to which address the code goes. */
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { api } from "../../net/api";
import { failed } from "../../net/failure";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { type Asked, remember } from "./asked";
import { type Problem, problemOf } from "./problems";
import { looksLikeMail } from "./typed";
import { useAttempt } from "./useAttempt";

export function MailStep({ email, onAsked }: { email: string; onAsked: (asked: Asked) => void }) {
  const words = t().auth;
  const typed = useSignal(email);
  const { problem, busy, field, run } = useAttempt();
  const ask = async (): Promise<Problem | null> => {
    const address = typed.value.trim();
    if (!looksLikeMail(address)) return "email";
    const answer = await api.code(address);
    if (failed(answer)) return problemOf(answer, "tooOften");
    onAsked(remember(address));
    return null;
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run(ask);
      }}
    >
      <Field
        kind="email"
        name="email"
        label={words.email}
        hint={words.emailHint}
        value={typed.value}
        required
        inputRef={field}
        error={problem.value ? words.problem[problem.value] : undefined}
        onInput={(text) => {
          typed.value = text;
        }}
      />
      <Button kind="primary" wide type="submit">
        {busy.value ? words.busy : words.ask}
      </Button>
    </form>
  );
}
