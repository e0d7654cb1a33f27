/** `/doelen/:id`: one's own goal to go on with, or one that somebody shares, to read. */
import { t } from "../../i18n/t";
import { all, loaded, one } from "../../store/live";
import { hat } from "../../store/me";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { PageHead } from "../../ui/PageHead";
import { myself } from "./keep";
import { OwnGoal } from "./OwnGoal";
import { SharedGoal } from "./SharedGoal";

export function Page({ params }: { params: { id: string } }) {
  const goal = one("goal", params.id).value;
  for (const kind of ["step", "checkin", "receipt", "person"] as const) all(kind).value;
  if (!loaded.value) return null;
  if (!goal) return hat.value?.role === "coach" ? <NoLongerShared /> : <NotHere />;
  return goal.author === myself() ? <OwnGoal goal={goal} /> : <SharedGoal goal={goal} />;
}

/** For a coach, a goal that is not here is nearly always one that was taken back. */
function NoLongerShared() {
  const words = t().goals;
  return (
    <>
      <PageHead title={words.sharedTitle} back="/doelen" section={words.title} />
      <Empty
        icon="lock"
        title={words.sharedGone}
        text={words.sharedGoneText}
        action={<Button href="/doelen">{words.toShared}</Button>}
      />
    </>
  );
}

function NotHere() {
  const words = t().goals;
  return (
    <>
      <PageHead title={words.title} back="/doelen" section={words.title} />
      <Empty
        icon="target"
        title={words.gone}
        text={words.goneText}
        action={<Button href="/doelen">{words.toGoals}</Button>}
      />
    </>
  );
}
