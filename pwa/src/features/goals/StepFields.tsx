/** A step in the making, or one that is changed: what, and on which day. It exists from the first letter on. */
import { t } from "../../i18n/t";
import { one } from "../../store/live";
import { useDraft } from "../../store/useDraft";
import { Field } from "../../ui/Field";
import { DayChoice } from "./DayChoice";
import { beginGoal, beginStep } from "./keep";

export interface StepFieldsProps {
  goal: string;
  id: string;
  label: string;
  hint?: string | undefined;
  /** Violet while nobody else reads it. */
  onlyMe: boolean;
}

export function StepFields({ goal, id, label, hint, onlyMe }: StepFieldsProps) {
  const words = t().goals;
  const text = useDraft("step", id, "text");
  const step = one("step", id).value;
  const type = (typed: string) => {
    beginGoal(goal);
    beginStep(goal, id);
    text.input(typed);
  };
  return (
    <div class="step">
      <Field
        kind={onlyMe ? "private" : "words"}
        rows={2}
        label={label}
        hint={hint}
        placeholder={words.stepExample}
        value={text.value.value}
        onInput={type}
        onBlur={text.flush}
      />
      {step && <DayChoice step={id} on={step.fields.on} />}
    </div>
  );
}
