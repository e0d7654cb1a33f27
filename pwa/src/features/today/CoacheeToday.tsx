/** A coachee's Vandaag: the next session, and my goal with its next step one tap away. */
import { shortDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { all, loaded, type Shown } from "../../store/live";
import { hat, me } from "../../store/me";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Columns } from "../../ui/Columns";
import { NextSession } from "./NextSession";
import { goalNow, nextSession } from "./today";

export function CoacheeToday() {
  const now = new Date();
  const community = hat.value?.community;
  const sessions = all("session").value.filter(({ fields }) => !community || fields.community === community);
  const found = goalNow(all("goal").value, all("step").value, me.value?.person.id ?? "");
  if (!loaded.value) return null;
  return (
    <Columns side={found ? <MyGoal goal={found.goal} step={found.step} /> : <NoGoal />}>
      <NextSession session={nextSession(sessions, now)} />
    </Columns>
  );
}

function MyGoal({ goal, step }: { goal: Shown<"goal">; step: Shown<"step"> | undefined }) {
  const words = t().today;
  const { text, on } = step?.fields ?? {};
  return (
    <Card label={words.myGoal} title={goal.fields.text} text={text ? undefined : words.noStep}>
      {text && (
        <p class="step">
          <small>{[words.nextStep, on && shortDay(on)].filter(Boolean).join(" · ")}</small>
          {text}
        </p>
      )}
      <div class="line">
        <Button kind="primary" icon="sprout" href={`/doelen/${goal.id}`}>
          {words.howGoes}
        </Button>
      </div>
    </Card>
  );
}

function NoGoal() {
  const words = t().today;
  return (
    <Card kind="hero" label={words.myGoal} title={words.noGoal} text={words.noGoalText}>
      <Button kind="primary" wide icon="target" href="/doelen/nieuw">
        {words.makeGoal}
      </Button>
    </Card>
  );
}
