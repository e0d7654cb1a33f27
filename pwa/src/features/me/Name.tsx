/** `/ik/naam`: what others call you. It needs the server, because everyone's list changes with it. */
import "./Me.css";
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { t } from "../../i18n/t";
import { me } from "../../store/me";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { goBack } from "../../ui/go";
import { PageHead } from "../../ui/PageHead";
import { toast } from "../../ui/Toast";
import { rename } from "./account";

export function Page() {
  const words = t().me;
  const typed = useSignal(me.value?.person.name ?? "");
  const problem = useSignal<"name" | "offline" | "unknown" | null>(null);
  const field = useRef<HTMLElement>(null);
  const save = async () => {
    const went = typed.value.trim() === "" ? ({ kind: "name" } as const) : await rename(typed.value);
    if (!went) {
      toast(words.saved);
      return goBack("/ik");
    }
    problem.value = went.kind === "name" || went.kind === "offline" ? went.kind : "unknown";
    field.current?.focus();
  };
  return (
    <form
      class="Me"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <PageHead title={words.nameTitle} back="/ik" section={words.back} />
      <Field
        kind="name"
        name="name"
        label={words.nameLabel}
        hint={words.nameHint}
        value={typed.value}
        maxLength={200}
        required
        inputRef={field}
        error={problem.value ? t().auth.problem[problem.value] : undefined}
        onInput={(text) => {
          typed.value = text;
        }}
      />
      <Button kind="primary" type="submit">
        {words.save}
      </Button>
    </form>
  );
}
