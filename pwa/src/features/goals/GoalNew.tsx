/** `/doelen/nieuw`: what you want, a first step, a day. Each letter is kept as it is typed; there is nothing to save. */
import "./GoalForm.css";
import { useEffect, useMemo } from "preact/hooks";
import { t } from "../../i18n/t";
import { uuid7 } from "../../records/ids";
import { all, loaded, one } from "../../store/live";
import { useDraft } from "../../store/useDraft";
import { ActionBar } from "../../ui/ActionBar";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { go } from "../../ui/go";
import { PageHead } from "../../ui/PageHead";
import { Readers } from "../../ui/Readers";
import { stepsOf } from "./goals";
import { beginGoal, dropEmpty } from "./keep";
import { StepFields } from "./StepFields";

export function Page() {
  const id = useMemo(idHere, []);
  all("step").value; // a goal that was begun before a crash comes back with its step
  one("goal", id).value;
  return loaded.value ? <Form id={id} /> : null;
}

function Form({ id }: { id: string }) {
  const words = t().goals;
  const goal = one("goal", id).value;
  const text = useDraft("goal", id, "text");
  const step = useMemo(() => stepsOf(id, all("step").peek())[0]?.id ?? uuid7(), [id]);
  useEffect(() => () => dropEmpty(id), [id]);
  const begun = text.value.value.trim() !== "";
  const type = (typed: string) => {
    beginGoal(id);
    keepInAddress(id);
    text.input(typed);
  };
  return (
    <div class="GoalForm">
      <PageHead title={words.newGoal} section={words.title} back="/doelen" mark={goal?.place} />
      <Field
        kind="private"
        rows={2}
        label={words.ask}
        hint={words.askHint}
        placeholder={words.askExample}
        value={text.value.value}
        onInput={type}
        onBlur={text.flush}
      />
      <StepFields goal={id} id={step} label={words.firstStep} hint={words.firstStepHint} onlyMe />
      <ActionBar note={<Readers onlyMe />}>
        <Button kind="primary" disabled={!begun} onClick={() => go(`/doelen/${id}`, { replace: true })}>
          {words.ready}
        </Button>
      </ActionBar>
    </div>
  );
}

/** The goal in the making is named in the address, so that a killed page comes back to it. */
function idHere(): string {
  const named = location.hash.slice(1);
  return /^[0-9a-f-]{36}$/.test(named) ? named : uuid7();
}

function keepInAddress(id: string): void {
  if (location.hash !== `#${id}`) history.replaceState(history.state, "", `${location.pathname}#${id}`);
}
