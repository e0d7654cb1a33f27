/** Changing a session: each change counts at once, there is nothing to save. */
import "./SessionForm.css";
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { t } from "../../i18n/t";
import { draftField } from "../../store/drafts";
import { ActionBar } from "../../ui/ActionBar";
import { Button } from "../../ui/Button";
import { Field, type FieldProps } from "../../ui/Field";
import { Readers } from "../../ui/Readers";
import { Sheet } from "../../ui/Sheet";
import { flawOf, type Moment, momentOf } from "./moment";
import { callOff, moveSession, type Session } from "./sessions";
import { isTalk } from "./titles";
import { When } from "./When";

export function SessionEdit({ session, onDone }: { session: Session; onDone: () => void }) {
  const words = t().sessions;
  const { starts = "", ends } = session.fields;
  const moment = useSignal(momentOf(starts, ends));
  const move = (next: Moment) => {
    moment.value = next;
    if (!flawOf(next)) moveSession(session, next);
  };
  return (
    <div class="SessionForm">
      <When moment={moment.value} onChange={move} />
      <Typed session={session} name="place" label={words.place} placeholder={words.placeHint} maxLength={300} />
      <Typed session={session} name="link" label={words.link} kind="link" maxLength={2000} />
      <Typed session={session} name="note" label={words.note} hint={words.noteHint} kind="words" />
      <CallOff session={session} onDone={onDone} />
      <ActionBar note={<Readers text={isTalk(session) ? words.readersPair : words.readersGroup} />}>
        <Button kind="primary" onClick={onDone} disabled={flawOf(moment.value) !== null}>
          {words.changed}
        </Button>
      </ActionBar>
    </div>
  );
}

type TypedProps = Omit<FieldProps, "value" | "onInput" | "onBlur" | "name"> & { session: Session; name: string };

function Typed({ session, name, ...field }: TypedProps) {
  const draft = useMemo(() => draftField("session", session.id, name), [session.id, name]);
  useEffect(() => () => draft.flush(), [draft]);
  return <Field {...field} value={draft.value.value} onInput={draft.input} onBlur={draft.flush} />;
}

function CallOff({ session, onDone }: { session: Session; onDone: () => void }) {
  const words = t().sessions;
  const open = useSignal(false);
  const talk = isTalk(session);
  const show = (on: boolean) => () => {
    open.value = on;
  };
  const off = () => {
    callOff(session, true);
    onDone();
  };
  return (
    <div class="callOff">
      <Button kind="plain" icon="close" onClick={show(true)}>
        {words.callOff}
      </Button>
      <Sheet
        open={open.value}
        title={talk ? words.callOffAskPair : words.callOffAsk}
        onClose={show(false)}
        actions={
          <>
            <Button onClick={show(false)}>{words.back}</Button>
            <Button kind="warm" onClick={off}>
              {words.callOff}
            </Button>
          </>
        }
      >
        <p>{talk ? words.callOffTextPair : words.callOffText}</p>
      </Sheet>
    </div>
  );
}
