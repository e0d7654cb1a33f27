/** One's own goal in the list: its words, the next step, how it went last, who sees it and where it is. */
import { shortDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { all } from "../../store/live";
import { Mark } from "../../ui/Mark";
import { Row } from "../../ui/Row";
import { isShared, nextStep, readersOf, stateOf } from "./goals";
import type { GoalRecord } from "./keep";

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
            <Readership goal={goal} />
            <Mark place={goal.place} />
          </span>
        </span>
      }
      href={`/doelen/${goal.id}`}
    />
  );
}

/** Shorter than on the page: the icon in front says it too. */
function Readership({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  if (!isShared(goal)) return <span class="onlyYou">{words.onlyYouShort}</span>;
  const names = readersOf(goal.scope, all("person").value, new Date());
  return <span>{names.length > 0 ? words.readsAlong(names) : words.sharedShort}</span>;
}

export function whatNext(goal: GoalRecord): string {
  const words = t().goals;
  const state = stateOf(goal);
  if (state !== "open") return state === "reached" ? words.stateReached : words.stateLetGo;
  const { text, on } = nextStep(goal.id, all("step").value)?.fields ?? {};
  return text ? [text.trim(), on && shortDay(on)].filter(Boolean).join(" · ") : words.noStep;
}
