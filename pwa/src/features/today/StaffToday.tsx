/** Vandaag of a senior or a coordinator: what waits to be read, who may need a kind word, what comes this week. */
import { relative, shortDay, time } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { stillOpen } from "../../records/due";
import { communityOf } from "../../records/hats";
import { toRead } from "../../records/unread";
import { all, loaded, type Shown } from "../../store/live";
import { hat, me } from "../../store/me";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Columns } from "../../ui/Columns";
import { List } from "../../ui/List";
import { Row } from "../../ui/Row";
import { Section } from "../../ui/Section";
import { sessionName } from "./names";
import { thisWeek } from "./today";

export function StaffToday() {
  const now = new Date();
  const person = me.value?.person.id ?? "";
  const sessions = all("session").value;
  const logboeken = all("logboek").value;
  const waiting = toRead(logboeken, all("review").value, all("receipt").value, person).length;
  const communities = (me.value?.communities ?? []).map(({ id }) => id);
  if (!loaded.value) return null;
  if (communities.length === 0 && hat.value?.role === "coordinator") return <FirstDay />;
  return (
    <Columns side={<Soon sessions={thisWeek(sessions, now)} />}>
      <ToRead count={waiting} />
      <StillOpen sessions={stillOpen(sessions, logboeken, communities, now)} />
    </Columns>
  );
}

/** Nothing can wait to be read where nobody takes part yet. */
function FirstDay() {
  const words = t().today;
  return (
    <Card kind="hero" title={words.firstDay} text={words.firstDayText}>
      <div class="line">
        <Button kind="primary" icon="people" href="/ik/uitnodigen">
          {words.invite}
        </Button>
      </div>
    </Card>
  );
}

function ToRead({ count }: { count: number }) {
  const words = t().today;
  const some = count > 0;
  return (
    <Card
      kind={some ? "hero" : "plain"}
      title={some ? words.toRead(count) : words.toReadNone}
      text={some ? words.toReadText : words.toReadNoneText}
    >
      <div class="line">
        <Button kind={some ? "primary" : "soft"} icon="logbook" href="/review">
          {some ? words.read : words.toList}
        </Button>
      </div>
    </Card>
  );
}

function StillOpen({ sessions }: { sessions: readonly Shown<"session">[] }) {
  const words = t().today;
  if (sessions.length === 0) return null;
  return (
    <Section title={words.later}>
      <p class="soft">{words.laterText}</p>
      <List>
        {sessions.map((session) => (
          <Row
            key={session.id}
            title={communityOf(me.value, session.fields.community)?.name ?? sessionName(session)}
            sub={words.laterOf(sessionName(session), relative(session.fields.starts ?? ""))}
            icon="clock"
            tone="warm"
            href={`/sessies/${session.id}`}
          />
        ))}
      </List>
    </Section>
  );
}

function Soon({ sessions }: { sessions: readonly Shown<"session">[] }) {
  const words = t().today;
  return (
    <Section title={words.plannedSoon}>
      {sessions.length === 0 && <p class="soft">{words.soonNone}</p>}
      {sessions.length > 0 && (
        <List>
          {sessions.map((session) => (
            <Row
              key={session.id}
              title={communityOf(me.value, session.fields.community)?.name ?? sessionName(session)}
              sub={[sessionName(session), session.fields.place].filter(Boolean).join(" · ")}
              aside={`${shortDay(session.fields.starts ?? "")}, ${time(session.fields.starts ?? "")}`}
              href={`/sessies/${session.id}`}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
