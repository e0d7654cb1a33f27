/** A coach's Vandaag: the logboek that is due, the next session, a question that waits. */
import { t } from "../../i18n/t";
import { coached, onlyPairs } from "../../records/hats";
import { nameOf } from "../../records/people";
import { all, loaded, one } from "../../store/live";
import { me } from "../../store/me";
import { Columns } from "../../ui/Columns";
import { List } from "../../ui/List";
import { Row } from "../../ui/Row";
import { DueHero } from "./DueHero";
import { NextSession } from "./NextSession";
import { sessionName, sessionWhen } from "./names";
import { nextSession, questions, sharedGoals, toWrite } from "./today";

const ALSO_OPEN = 5;

export function CoachToday() {
  const now = new Date();
  const person = me.value?.person.id ?? "";
  const sessions = all("session").value;
  const communities = coached(me.value, now);
  const ids = communities.map(({ id }) => id);
  const [first, ...rest] = toWrite(sessions, all("logboek").value, { person, communities: ids }, now);
  const own = sessions.filter(({ fields }) => !fields.community || ids.includes(fields.community));
  if (!loaded.value) return null;
  const open = questionsFor(person);
  const calm = !first && open.length === 0;
  const next = <NextSession session={nextSession(own, now)} plan />;
  const side = (
    <>
      {!calm && next}
      {rest.length > 0 && <AlsoOpen rest={rest} />}
      <SharedGoals person={person} />
      <Without title={onlyPairs(communities) ? t().today.withoutTalk : t().today.without} />
    </>
  );
  return (
    <Columns side={side}>
      {first && <DueHero due={first} now={now} />}
      {open.length > 0 && <ForYou open={open} />}
      {calm && <p class="soft">{t().today.allQuiet}</p>}
      {calm && next}
    </Columns>
  );
}

function questionsFor(person: string) {
  return questions(all("logboek").value, all("review").value, all("comment").value, person);
}

function ForYou({ open }: { open: ReturnType<typeof questionsFor> }) {
  const words = t().today;
  return (
    <List label={words.inTouch} heading>
      {open.map(({ entry, question }) => (
        <Row
          key={entry.id}
          icon="reply"
          tone="warm"
          title={words.questionFor}
          sub={words.questionFrom(
            nameOfEntry(entry.fields.session),
            nameOf(all("person").value, question.author) ?? "",
          )}
          href={`/logboek/${entry.id}`}
        />
      ))}
    </List>
  );
}

function nameOfEntry(session: string | undefined): string {
  return sessionName(session ? one("session", session).value : undefined);
}

/** Vandaag is no archive: what is further back is named in one line, and stands in the list of logboeken. */
function AlsoOpen({ rest }: { rest: ReturnType<typeof toWrite> }) {
  const words = t().today;
  const further = rest.length - ALSO_OPEN;
  return (
    <List label={words.alsoOpen} heading>
      {rest.slice(0, ALSO_OPEN).map(({ session, draft }) => (
        <Row
          key={draft?.id ?? session?.id}
          icon={draft ? "pencil" : "logbook"}
          tone={draft ? "warm" : "plain"}
          title={sessionName(session)}
          sub={[sessionWhen(session, draft?.fields.on), draft ? words.halfway : words.noLogYet]
            .filter(Boolean)
            .join(" · ")}
          href={draft ? `/logboek/${draft.id}` : `/logboek/nieuw/${session?.id}`}
        />
      ))}
      {further > 0 && <Row icon="logbook" tone="plain" title={words.furtherOpen(further)} href="/logboek" />}
    </List>
  );
}

function Without({ title }: { title: string }) {
  return (
    <List label={title}>
      <Row icon="plus" tone="plain" title={title} sub={t().today.withoutText} href="/logboek/nieuw" />
    </List>
  );
}

/** What somebody chose to share, one tap away. */
function SharedGoals({ person }: { person: string }) {
  const words = t().today;
  const { sharers, unread } = sharedGoals(all("goal").value, all("receipt").value, person);
  if (sharers.length === 0) return null;
  const names = sharers.flatMap((sharer) => nameOf(all("person").value, sharer) ?? []);
  return (
    <List label={words.sharedGoals}>
      <Row icon="target" title={words.sharedGoals} sub={words.sharedBy(names)} unread={unread > 0} href="/doelen" />
    </List>
  );
}
