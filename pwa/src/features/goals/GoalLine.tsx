/** One's own goal in the list: its words, the next step, how it went last, who sees it and where it is. */
import { shortDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { all } from "../../store/live";
import { Mark } from "../../ui/Mark";
import { Row } from "../../ui/Row";
import { isShared, nextStep, stateOf } from "./goals";
import type { GoalRecord } from "./keep";
import { WhoSees } from "./WhoSees";

export function GoalLine({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  return (
    <Row
      icon={isShared(goal) ? "people" : "lock"}
      tone={isShared(goal) ? "accent" : "private"}
      title={goal.fields.text?.trim() || words.nameless}
      sub={
        <span class="line">
          <span>{whatNext(goal)}</span>
          <span class="where">
            <WhoSees goal={goal} />
            <Mark place={goal.place} />
          </span>
        </span>
      }
      href={`/doelen/${goal.id}`}
    />
  );
}

export function whatNext(goal: GoalRecord): string {
  const words = t().goals;
  const state = stateOf(goal);
  if (state !== "open") return state === "reached" ? words.stateReached : words.stateLetGo;
  const { text, on } = nextStep(goal.id, all("step").value)?.fields ?? {};
  return text ? [text.trim(), on && shortDay(on)].filter(Boolean).join(" · ") : words.noStep;
}
