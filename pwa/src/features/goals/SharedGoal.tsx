/** What a coach reads of a goal that someone shares. Opening it tells them so, in a receipt. */
import "./GoalPage.css";
import { useEffect } from "preact/hooks";
import { shortDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { nameOf } from "../../records/people";
import { readingOf, receiptsOf } from "../../records/receipts";
import { all } from "../../store/live";
import { Columns } from "../../ui/Columns";
import { Icon } from "../../ui/Icon";
import { Notice } from "../../ui/Notice";
import { PageHead } from "../../ui/PageHead";
import { Readers } from "../../ui/Readers";
import { Section } from "../../ui/Section";
import { stateOf, stepsOf } from "./goals";
import { History } from "./History";
import { type GoalRecord, myself, noteRead } from "./keep";

export function SharedGoal({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  const { text, why } = goal.fields;
  const state = stateOf(goal);
  const name = nameOf(all("person").value, goal.author) ?? "";
  const receipt = receiptsOf(all("receipt").value, myself()).get(goal.id);
  const fresh = readingOf(goal, receipt) !== "read";
  useEffect(() => {
    if (fresh) noteRead(goal);
  }, [fresh, goal.id]);
  return (
    <div class="GoalPage">
      <PageHead title={text?.trim() || words.nameless} sub={why} section={words.title} back="/doelen" />
      <Readers text={words.sharedBy(name)} />
      {state !== "open" && <Notice kind="good" text={state === "reached" ? words.theirReached : words.theirLetGo} />}
      <Columns side={<History goal={goal} />}>
        <TheirSteps goal={goal} />
      </Columns>
    </div>
  );
}

function TheirSteps({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  const steps = stepsOf(goal.id, all("step").value);
  return (
    <Section title={words.steps}>
      {steps.length === 0 && <p class="soft">{words.noStep}</p>}
      <ul class="Steps">
        {steps.map(({ id, fields: { text, on, done } }) => (
          <li key={id} data-done={done || undefined}>
            <div>
              <Icon name={done ? "check" : "footprints"} />
              <span class="words">
                {text?.trim() || words.step}
                {done && <small> · {words.done}</small>}
              </span>
              {on && <span class="on">{shortDay(on)}</span>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
