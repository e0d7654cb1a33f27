/** Two things that may have happened to a goal on another device: two versions of it, or a sharing that waits for a look. */
import { t } from "../../i18n/t";
import { unshared } from "../../store/told";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { isShared } from "./goals";
import type { GoalRecord } from "./keep";

export function SameTime({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  if (goal.siblings.length === 0) return null;
  return (
    <Notice
      kind="warm"
      title={words.twoVersions}
      text={words.twoVersionsText}
      action={<Button href={`/versies/goal/${goal.id}`}>{words.choose}</Button>}
    />
  );
}

/** One shares what one saw: if another device had changed it, it was not shared. */
export function NotShared({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  if (isShared(goal) || !unshared.value.includes(goal.id)) return null;
  return <Notice kind="warm" title={words.notShared} text={words.notSharedText} />;
}
