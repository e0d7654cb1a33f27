/** For a coach: the goals that people of the group chose to share, by person. What is not opened yet has a dot. */
import { dayTime } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { type Read, readingOf, receiptsOf } from "../../records/receipts";
import { all } from "../../store/live";
import { Empty } from "../../ui/Empty";
import { List } from "../../ui/List";
import { PageHead } from "../../ui/PageHead";
import { Row } from "../../ui/Row";
import { whatNext } from "./GoalLine";
import { checkinsOf, sharedWith } from "./goals";
import { type GoalRecord, myself } from "./keep";

export function SharedList() {
  const words = t().goals;
  const sharers = sharedWith(all("goal").value, all("person").value, myself());
  const read = receiptsOf(all("receipt").value, myself());
  return (
    <>
      <PageHead title={words.sharedTitle} />
      {sharers.length === 0 && <Empty icon="target" title={words.sharedEmpty} text={words.sharedEmptyText} />}
      {sharers.map(({ person, name, goals }) => (
        <List key={person} label={name} heading cards>
          {goals.map((goal) => (
            <SharedLine key={goal.id} goal={goal} receipt={read.get(goal.id)} />
          ))}
        </List>
      ))}
    </>
  );
}

function SharedLine({ goal, receipt }: { goal: GoalRecord; receipt: Read | undefined }) {
  const words = t().goals;
  const [last] = checkinsOf(goal.id, all("checkin").value);
  const { outcome, on } = last?.fields ?? {};
  return (
    <Row
      icon="target"
      title={goal.fields.text?.trim() || words.nameless}
      sub={
        <span class="line">
          <span>{whatNext(goal)}</span>
          {outcome && <span>{[words.outcomes[outcome], on && dayTime(on)].filter(Boolean).join(" · ")}</span>}
        </span>
      }
      unread={readingOf(goal, receipt) !== "read"}
      href={`/doelen/${goal.id}`}
    />
  );
}
