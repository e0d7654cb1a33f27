/** Step two: the six digits. They are tried as soon as they are complete, because most are pasted or filled in by the phone. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../i18n/t";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import type { Problem } from "./problems";
import { CODE_LENGTH, digitsOf } from "./typed";
import { useAttempt } from "./useAttempt";

export interface CodeStepProps {
  act: string;
  /** What went wrong, or null when one is in. */
  prove: (code: string) => Promise<Problem | null>;
}

export function CodeStep({ act, prove }: CodeStepProps) {
  const words = t().auth;
  const typed = useSignal("");
  const { problem, busy, field, run } = useAttempt();
  useEffect(() => field.current?.focus(), [field]);
  const tryIt = () => run(async () => (typed.value.length < CODE_LENGTH ? "short" : prove(typed.value)));
  const input = (text: string) => {
    const before = typed.value;
    typed.value = digitsOf(text);
    problem.value = null;
    if (typed.value.length === CODE_LENGTH && typed.value !== before) void tryIt();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void tryIt();
      }}
    >
      <Field
        kind="code"
        name="code"
        label={words.code}
        hint={words.codeHint}
        value={typed.value}
        required
        inputRef={field}
        error={problem.value ? words.problem[problem.value] : undefined}
        onInput={input}
      />
      <Button kind="primary" wide type="submit">
        {busy.value ? words.busy : act}
      </Button>
    </form>
  );
}
