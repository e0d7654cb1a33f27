/** `/sessies`: what comes and what was, by month. Coachees read it, coaches and coordinators plan in it. */
import "./SessionList.css";
import { capital, relative, shortDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { all, loaded } from "../../store/live";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Columns } from "../../ui/Columns";
import { Empty } from "../../ui/Empty";
import { List } from "../../ui/List";
import { PageHead } from "../../ui/PageHead";
import { Row } from "../../ui/Row";
import { Section } from "../../ui/Section";
import { ahead, behind, type Month } from "./agenda";
import { monthYear } from "./months";
import { mayPlan, onlyTalks, plannable, type Session } from "./sessions";
import { lineOf, nameOf } from "./titles";

export function Page() {
  const words = t().sessions;
  const sessions = all("session").value;
  const now = new Date();
  if (!loaded.value) return null;
  const title = onlyTalks() ? words.titlePair : words.title;
  return (
    <div class="SessionList">
      <PageHead title={title} action={plannable().length > 0 && sessions.length > 0 && <NewOne />} />
      {sessions.length === 0 && <NothingYet />}
      {sessions.length > 0 && (
        <Columns side={<Part title={words.past} months={behind(sessions, now)} now={now} />}>
          <Part title={words.coming} months={ahead(sessions, now)} now={now} />
        </Columns>
      )}
    </div>
  );
}

function NewOne() {
  const words = t().sessions;
  return (
    <Button icon="plus" href="/sessies/nieuw">
      {onlyTalks() ? words.newPair : words.new}
    </Button>
  );
}

function NothingYet() {
  const words = t().sessions;
  const mine = plannable().length > 0;
  return (
    <Empty
      icon="calendar"
      title={onlyTalks() ? words.emptyTitlePair : words.emptyTitle}
      text={mine ? words.emptyCoach : words.emptyMember}
      action={mine && <NewOne />}
    />
  );
}

function Part({ title, months, now }: { title: string; months: readonly Month<Session>[]; now: Date }) {
  if (months.length === 0) return null;
  return (
    <Section title={title}>
      {months.map(({ month, sessions }) => (
        <List key={month} label={capital(monthYear(month))} part={title} heading>
          {sessions.map((session) => (
            <Line key={session.id} session={session} now={now} />
          ))}
        </List>
      ))}
    </Section>
  );
}

function Line({ session, now }: { session: Session; now: Date }) {
  const { starts = "", cancelled } = session.fields;
  const coming = Date.parse(starts) > now.getTime();
  const off = cancelled && <Badge kind="warm">{t().sessions.cancelled}</Badge>;
  const two = session.siblings.length > 0 && mayPlan(session.scope) && <Badge kind="warm">{t().versions.title}</Badge>;
  const soon = coming && <Badge kind="plain">{relative(starts, now)}</Badge>;
  return (
    <Row
      title={`${capital(shortDay(starts))} · ${nameOf(session)}`}
      sub={lineOf(session)}
      aside={two || off || soon || undefined}
      href={`/sessies/${session.id}`}
    />
  );
}
