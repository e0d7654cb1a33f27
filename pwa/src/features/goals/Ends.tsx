/** A goal may change or stop without anything having failed: adjusting and letting go are ordinary, and so is picking it up again. */
import { t } from "../../i18n/t";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { toast } from "../../ui/Toast";
import { stateOf } from "./goals";
import { end, type GoalRecord } from "./keep";

export function Ends({ goal, onAdjust }: { goal: GoalRecord; onAdjust: () => void }) {
  const words = t().goals;
  const letGo = () => {
    end(goal, "let_go");
    toast(words.wentFree);
  };
  return (
    <div class="quiet">
      <Button kind="plain" icon="pencil" onClick={onAdjust}>
        {words.adjust}
      </Button>
      <Button kind="plain" icon="clock" href={`/geschiedenis/goal/${goal.id}`}>
        {t().versions.history}
      </Button>
      {stateOf(goal) === "open" && (
        <Button kind="plain" icon="sprout" onClick={letGo}>
          {words.letGo}
        </Button>
      )}
    </div>
  );
}

export function Ended({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  const reached = stateOf(goal) === "reached";
  return (
    <div role="status">
      <Card title={reached ? words.reached : words.wentFree} text={reached ? words.reachedText : words.wentFreeText}>
        <div class="acts">
          <Button icon="refresh" onClick={() => end(goal, "open")}>
            {words.reopen}
          </Button>
        </div>
      </Card>
    </div>
  );
}
