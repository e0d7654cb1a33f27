/** Who sees this goal, and the one act that changes it. Before it is shared it says who will read it; it can always be undone. */
import { useSignal } from "@preact/signals";
import { dayTime } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { nameOf } from "../../records/people";
import { all } from "../../store/live";
import { me } from "../../store/me";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Readers } from "../../ui/Readers";
import { toast } from "../../ui/Toast";
import { audiences, isShared, readersOf } from "./goals";
import { type GoalRecord, stopSharing } from "./keep";
import { ShareSheet } from "./ShareSheet";

export function Sharing({ goal }: { goal: GoalRecord }) {
  return isShared(goal) ? <SharedNow goal={goal} /> : <OnlyMine goal={goal} />;
}

function OnlyMine({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  const asking = useSignal<string | null>(null);
  const circles = audiences(me.value?.roles ?? [], all("person").value, new Date());
  return (
    <Card kind="private" label={words.who} title={words.onlyYou} text={words.onlyYouText}>
      <ReadBy goal={goal} />
      {circles.length === 0 && <p>{words.noCoach}</p>}
      {circles.map((circle) => (
        <div key={circle.scope} class="acts">
          <Button
            icon="people"
            onClick={() => {
              asking.value = circle.scope;
            }}
          >
            {words.shareWith(circle.names)}
          </Button>
          <ShareSheet
            goal={goal}
            circle={circle}
            open={asking.value === circle.scope}
            onClose={() => {
              asking.value = null;
            }}
          />
        </div>
      ))}
    </Card>
  );
}

function SharedNow({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  const names = readersOf(goal.scope, all("person").value, new Date());
  const stop = () => {
    stopSharing(goal);
    toast(names.length > 0 ? words.stopped(names) : words.stoppedNobody);
  };
  return (
    <Card
      label={words.who}
      title={names.length > 0 ? words.readsAlong(names) : words.sharedNobody}
      text={names.length > 0 ? words.sharedText : undefined}
    >
      <ReadBy goal={goal} />
      <div class="acts">
        <Button icon="lock" onClick={stop}>
          {words.stop}
        </Button>
      </div>
    </Card>
  );
}

/** What was read stays read, also after sharing stopped: that is said, not hidden. */
function ReadBy({ goal }: { goal: GoalRecord }) {
  const words = t().goals;
  const say = isShared(goal) ? words.readBy : words.readBefore;
  const read = all("receipt").value.filter(
    ({ fields }) => fields.record === goal.id && fields.reader && fields.reader !== goal.author,
  );
  if (read.length === 0) return isShared(goal) ? <p class="soft">{words.notRead}</p> : null;
  return (
    <>
      {read.map(({ id, fields: { reader = "", at } }) => (
        <Readers key={id} text={say(nameOf(all("person").value, reader) ?? words.someone, at ? dayTime(at) : "")} />
      ))}
    </>
  );
}
