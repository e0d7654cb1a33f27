/** A sharing that waits for a look, because another device had changed the goal. */
import { t } from "../../i18n/t";
import { unshared } from "../../store/told";
import { Notice } from "../../ui/Notice";
import { isShared } from "./goals";
import type { GoalRecord } from "./keep";

/** One shares what one saw: if another device had changed it, it was not shared. */
export function NotShared({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  if (isShared(goal) || !unshared.value.includes(goal.id)) return null;
  return <Notice kind="warm" title={words.notShared} text={words.notSharedText} />;
}
