/** The next session: when, where and who; for a coach without one, a way to plan it. */
import { capital, longDayTime, relative } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { onlyPairs } from "../../records/hats";
import { membersOf } from "../../records/people";
import { all, type Shown } from "../../store/live";
import { me } from "../../store/me";
import { Avatars } from "../../ui/Avatar";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { groupName, isTalk, sessionName } from "./names";

export function NextSession({ session, plan = false }: { session: Shown<"session"> | undefined; plan?: boolean }) {
  if (!session) return <Nothing plan={plan} />;
  const words = t().today;
  const { starts = "", place, community, plan: blocks = [] } = session.fields;
  const talk = isTalk(session);
  const line = [sessionName(session), place, groupName(community)].filter(Boolean).join(" · ");
  return (
    <Card
      label={talk ? words.nextTalk : words.next}
      aside={<Badge>{relative(starts)}</Badge>}
      title={capital(longDayTime(starts))}
      text={line}
    >
      {blocks.length > 0 && <p class="blocks">{blocks.map(({ title }) => title).join(" · ")}</p>}
      <div class="line">
        {!talk && <People community={community} at={new Date(starts)} />}
        <Button href={`/sessies/${session.id}`}>{words.look}</Button>
      </div>
    </Card>
  );
}

function People({ community, at }: { community: string | undefined; at: Date }) {
  const names = membersOf(all("person").value, community ?? "", at).map(({ name }) => name);
  return names.length > 0 ? <Avatars names={names} max={4} /> : <span />;
}

function Nothing({ plan }: { plan: boolean }) {
  const words = t().today;
  const talk = onlyPairs(me.value?.communities ?? []);
  return (
    <Card
      label={talk ? words.nextTalk : words.next}
      title={words.nothingPlanned}
      text={plan ? undefined : words.nothingPlannedMember}
    >
      {plan && (
        <div class="line">
          <Button icon="calendar" href="/sessies/nieuw">
            {talk ? words.planTalk : words.planOne}
          </Button>
        </div>
      )}
    </Card>
  );
}
