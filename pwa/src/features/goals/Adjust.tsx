/** Changing a goal: its words, why, its steps. Each letter is kept as it is typed. */
import "./GoalForm.css";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../i18n/t";
import { all } from "../../store/live";
import { useDraft } from "../../store/useDraft";
import { remove } from "../../store/write";
import { ActionBar } from "../../ui/ActionBar";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { go } from "../../ui/go";
import { PageHead } from "../../ui/PageHead";
import { Sheet } from "../../ui/Sheet";
import { isShared, stepsOf } from "./goals";
import { type GoalRecord, throwAway } from "./keep";
import { StepFields } from "./StepFields";
import { WhoSees } from "./WhoSees";

export function Adjust({ goal, onReady }: { goal: GoalRecord; onReady: () => void }) {
  const words = t().goals;
  const kind = isShared(goal) ? "words" : "private";
  const text = useDraft("goal", goal.id, "text");
  const why = useDraft("goal", goal.id, "why");
  useEffect(() => {
    // It took the place of a page that one was at the end of.
    scrollTo(0, 0);
    document.querySelector<HTMLElement>(".GoalForm h1")?.focus();
  }, []);
  return (
    <div class="GoalForm">
      <PageHead title={words.adjustTitle} section={words.title} back="/doelen" mark={goal.place} />
      <Field kind={kind} rows={2} label={words.ask} value={text.value.value} onInput={text.input} onBlur={text.flush} />
      <Field
        kind={kind}
        rows={2}
        label={words.why}
        hint={words.whyHint}
        value={why.value.value}
        onInput={why.input}
        onBlur={why.flush}
      />
      <EverySteps goal={goal} />
      <ThrowAway goal={goal} />
      <ActionBar note={<WhoSees goal={goal} />}>
        <Button kind="primary" onClick={onReady}>
          {words.ready}
        </Button>
      </ActionBar>
    </div>
  );
}

function EverySteps({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  const steps = stepsOf(goal.id, all("step").value).filter(({ fields }) => fields.done !== true);
  return (
    <>
      {steps.map(({ id }) => (
        <div key={id} class="step">
          <StepFields goal={goal.id} id={id} label={words.step} onlyMe={!isShared(goal)} />
          <div class="quiet">
            <Button kind="plain" icon="bin" onClick={() => remove("step", id)}>
              {words.removeStep}
            </Button>
          </div>
        </div>
      ))}
    </>
  );
}

function ThrowAway({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  const asking = useSignal(false);
  const ask = (open: boolean) => {
    asking.value = open;
  };
  const doIt = () => {
    throwAway(goal);
    go("/doelen", { replace: true });
  };
  return (
    <div class="quiet">
      <Button kind="plain" icon="bin" onClick={() => ask(true)}>
        {words.throwAway}
      </Button>
      <Sheet
        open={asking.value}
        title={words.throwAwayAsk}
        onClose={() => ask(false)}
        actions={
          <>
            <Button onClick={() => ask(false)}>{words.cancel}</Button>
            <Button kind="warm" onClick={doIt}>
              {words.throwAway}
            </Button>
          </>
        }
      >
        <p>{words.throwAwayText}</p>
      </Sheet>
    </div>
  );
}
