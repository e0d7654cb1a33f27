/** The steps of a goal: tick one, add one. What is done stays to be seen. */
import { useSignal } from "@preact/signals";
import { shortDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { uuid7 } from "../../records/ids";
import { all, type Shown } from "../../store/live";
import { Button } from "../../ui/Button";
import { Section } from "../../ui/Section";
import { isShared, stateOf, stepsOf } from "./goals";
import { type GoalRecord, tick } from "./keep";
import { StepFields } from "./StepFields";

export function Steps({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  const adding = useSignal<string | null>(null);
  const steps = stepsOf(goal.id, all("step").value).filter(({ id }) => id !== adding.value);
  const open = stateOf(goal) === "open";
  if (!open && steps.length === 0) return null;
  const add = (id: string | null) => {
    adding.value = id;
  };
  return (
    <Section title={words.steps}>
      {steps.length === 0 && !adding.value && <p class="soft">{words.noSteps}</p>}
      {steps.length > 0 && (
        <ul class="Steps">
          {steps.map((step) => (
            <StepLine key={step.id} step={step} />
          ))}
        </ul>
      )}
      {adding.value && (
        <div class="adding">
          <StepFields goal={goal.id} id={adding.value} label={words.newStep} onlyMe={!isShared(goal)} />
          <Button onClick={() => add(null)}>{words.ready}</Button>
        </div>
      )}
      {open && !adding.value && (
        <div class="quiet">
          <Button kind="plain" icon="plus" onClick={() => add(uuid7())}>
            {words.addStep}
          </Button>
        </div>
      )}
    </Section>
  );
}

function StepLine({ step }: { step: Shown<"step"> }) {
  const { text, on, done } = step.fields;
  return (
    <li data-done={done || undefined}>
      <label>
        <input
          type="checkbox"
          checked={done === true}
          onChange={(event) => tick(step.id, event.currentTarget.checked)}
        />
        <span class="words">{text?.trim() || t().goals.step}</span>
        {on && <span class="on">{shortDay(on)}</span>}
      </label>
    </li>
  );
}
