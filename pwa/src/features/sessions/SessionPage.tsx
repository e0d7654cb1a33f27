/** `/sessies/:id`: one session to read; who may, changes it in place or calls it off. */
import "./SessionPage.css";
import { useSignal } from "@preact/signals";
import { capital, longDay, timeSpan } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { membersOf } from "../../records/people";
import { all, loaded, one } from "../../store/live";
import { Button } from "../../ui/Button";
import { Columns } from "../../ui/Columns";
import { Empty } from "../../ui/Empty";
import { Notice } from "../../ui/Notice";
import { PageHead } from "../../ui/PageHead";
import { SameTime } from "../../ui/SameTime";
import { SessionEdit } from "./SessionEdit";
import { SessionFacts, Who } from "./SessionFacts";
import { SessionLogboek } from "./SessionLogboek";
import { callOff, mayPlan, onlyTalks, type Session } from "./sessions";
import { nameOf } from "./titles";

export function Page({ params }: { params: { id: string } }) {
  const session = one("session", params.id).value;
  const editing = useSignal(false);
  if (!session) return loaded.value ? <NotHere /> : null;
  const edit = (on: boolean) => () => {
    editing.value = on;
  };
  return (
    <div class="SessionPage">
      <Head session={session} />
      {mayPlan(session.scope) && <SameTime record={session} words={t().versions} />}
      {session.fields.cancelled && <CalledOff session={session} />}
      {editing.value ? (
        <SessionEdit key={session.id} session={session} onDone={edit(false)} />
      ) : (
        <Read session={session} onEdit={edit(true)} />
      )}
    </div>
  );
}

function Head({ session }: { session: Session }) {
  const words = t().sessions;
  const { starts = "", ends } = session.fields;
  return (
    <PageHead
      title={nameOf(session)}
      sub={`${capital(longDay(starts))} · ${timeSpan(starts, ends)}`}
      section={onlyTalks() ? words.titlePair : words.title}
      back="/sessies"
      mark={mayPlan(session.scope) ? session.place : undefined}
    />
  );
}

function Read({ session, onEdit }: { session: Session; onEdit: () => void }) {
  const words = t().sessions;
  const people = membersOf(all("person").value, session.fields.community ?? "", new Date(session.fields.starts ?? ""));
  return (
    <Columns side={<Who session={session} people={people} />}>
      <SessionFacts session={session} />
      <SessionLogboek session={session} />
      {mayPlan(session.scope) && !session.fields.cancelled && (
        <p class="acts">
          <Button icon="pencil" onClick={onEdit}>
            {words.change}
          </Button>
        </p>
      )}
    </Columns>
  );
}

function CalledOff({ session }: { session: Session }) {
  const words = t().sessions;
  const again = <Button onClick={() => callOff(session, false)}>{words.goesOn}</Button>;
  return <Notice kind="warm" title={words.cancelled} action={mayPlan(session.scope) && again} />;
}

function NotHere() {
  const words = t().sessions;
  return (
    <>
      <PageHead title={words.title} back="/sessies" />
      <Empty
        icon="calendar"
        title={words.gone}
        text={words.goneText}
        action={<Button href="/sessies">{words.toList}</Button>}
      />
    </>
  );
}
