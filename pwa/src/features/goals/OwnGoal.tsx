/** One's own goal: how it goes in one tap, the steps, who sees it, and the ordinary ways to change or end it. */
import "./GoalPage.css";
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { Columns } from "../../ui/Columns";
import { PageHead } from "../../ui/PageHead";
import { SameTime } from "../../ui/SameTime";
import { Adjust } from "./Adjust";
import { CheckIn } from "./CheckIn";
import { Ended, Ends } from "./Ends";
import { stateOf } from "./goals";
import { History } from "./History";
import type { GoalRecord } from "./keep";
import { NotShared } from "./Notices";
import { Sharing } from "./Sharing";
import { Steps } from "./Steps";
import { WhoSees } from "./WhoSees";

export function OwnGoal({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  const adjusting = useSignal(false);
  const adjust = (on: boolean) => {
    adjusting.value = on;
  };
  if (adjusting.value) return <Adjust goal={goal} onReady={() => adjust(false)} />;
  const open = stateOf(goal) === "open";
  return (
    <div class="GoalPage">
      <PageHead
        title={goal.fields.text?.trim() || words.nameless}
        sub={goal.fields.why}
        section={words.title}
        back="/doelen"
        mark={goal.place}
      />
      <WhoSees goal={goal} />
      <SameTime record={goal} words={t().versions} />
      <NotShared goal={goal} />
      <Columns
        side={
          <>
            <History goal={goal} own />
            <Sharing goal={goal} />
            <Ends goal={goal} onAdjust={() => adjust(true)} />
          </>
        }
      >
        {open ? <CheckIn goal={goal} onAdjust={() => adjust(true)} /> : <Ended goal={goal} />}
        <Steps goal={goal} />
      </Columns>
    </div>
  );
}
