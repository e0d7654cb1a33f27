/** `/doelen`: one's own goals, or, for a coach, what others chose to share. */
import "./GoalList.css";
import { t } from "../../i18n/t";
import { all, loaded } from "../../store/live";
import { hat } from "../../store/me";
import { Button } from "../../ui/Button";
import { Columns } from "../../ui/Columns";
import { Empty } from "../../ui/Empty";
import { List } from "../../ui/List";
import { PageHead } from "../../ui/PageHead";
import { GoalLine } from "./GoalLine";
import { ownGoals } from "./goals";
import { type GoalRecord, myself } from "./keep";
import { SharedList } from "./SharedList";

export function Page() {
  for (const kind of ["goal", "step", "checkin", "receipt", "person"] as const) all(kind).value;
  if (!loaded.value) return null;
  return <div class="GoalList">{hat.value?.role === "coach" ? <SharedList /> : <Mine />}</div>;
}

function Mine() {
  const words = t().goals;
  const { open, ended } = ownGoals(all("goal").value, myself());
  if (open.length + ended.length === 0) return <NoneYet />;
  return (
    <>
      <PageHead
        title={words.title}
        action={
          <Button kind="primary" icon="plus" href="/doelen/nieuw">
            {words.newGoal}
          </Button>
        }
      />
      <Columns side={ended.length > 0 && <Goals label={words.ended} goals={ended} />}>
        {open.length === 0 && <p class="soft">{words.allEnded}</p>}
        <Goals label={words.open} goals={open} />
      </Columns>
    </>
  );
}

function NoneYet() {
  const words = t().goals;
  return (
    <>
      <PageHead title={words.title} />
      <Empty
        icon="target"
        title={words.emptyTitle}
        text={words.emptyText}
        action={
          <Button kind="primary" icon="plus" href="/doelen/nieuw">
            {words.emptyAct}
          </Button>
        }
      />
    </>
  );
}

function Goals({ label, goals }: { label: string; goals: readonly GoalRecord[] }) {
  if (goals.length === 0) return null;
  return (
    <List label={label} heading cards>
      {goals.map((goal) => (
        <GoalLine key={goal.id} goal={goal} />
      ))}
    </List>
  );
}
