/** Right below the title: who reads this goal. Violet when that is nobody else. */
import { t } from "../../i18n/t";
import { all } from "../../store/live";
import { Readers } from "../../ui/Readers";
import { isShared, readersOf } from "./goals";
import type { GoalRecord } from "./keep";

export function WhoSees({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  if (!isShared(goal)) return <Readers onlyMe />;
  const names = readersOf(goal.scope, all("person").value, new Date());
  return <Readers text={names.length > 0 ? words.readsAlong(names) : words.sharedNobody} />;
}
