/** The answer: a thank-you, a question, or finished. What is typed goes along with whichever is tapped. */
import "./Answering.css";
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { t } from "../../i18n/t";
import { useDraft } from "../../store/useDraft";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { go } from "../../ui/go";
import { Icon } from "../../ui/Icon";
import { toast } from "../../ui/Toast";
import { flawOf, type Line, type State, turnsOf } from "./review";
import { answer, draftOf, reply, takeBack } from "./say";
import { conversations, type Entry, known, myself } from "./world";

export function Answering({ entry, line, next }: { entry: Entry; line: Line<Entry>; next: Entry | undefined }) {
  const words = t().review;
  const draft = useDraft("review", draftOf(entry), "text");
  const flaw = useSignal<"empty" | undefined>(undefined);
  const field = useRef<HTMLElement>(null);
  const text = draft.value.value;
  const say = (state: State) => {
    flaw.value = flawOf(state, text);
    if (flaw.value) return field.current?.focus();
    const made = answer(entry, state, text);
    if (state === "done") finished(made, next);
    else toast(state === "question" ? words.asked(known(entry.author)) : words.thanked(known(entry.author)));
  };
  return (
    <section class="Answering" aria-label={words.answering}>
      <Field
        kind="words"
        rows={1}
        label={words.write}
        labelHidden
        placeholder={words.write}
        value={text}
        error={flaw.value && words.questionEmpty}
        inputRef={field}
        onInput={(typed) => {
          flaw.value = undefined;
          draft.input(typed);
        }}
        onBlur={draft.flush}
        readers={
          <p class="soft">
            <Icon name="eye" /> {words.reads(known(entry.author))}
          </p>
        }
      />
      <Acts entry={entry} line={line} next={next} text={text} onSay={say} />
    </section>
  );
}

interface ActsProps {
  entry: Entry;
  line: Line<Entry>;
  next: Entry | undefined;
  text: string;
  onSay: (state: State) => void;
}

/** Who has said something already need not thank again: then the first button posts a reply. */
function Acts({ entry, line, next, text, onSay }: ActsProps) {
  const words = t().review;
  const spoke = line.done || turnsOf(entry, conversations.value).some(({ author }) => author === myself());
  return (
    <div class="acts">
      {spoke ? (
        <Button icon="send" disabled={text.trim() === ""} onClick={() => reply(entry, text)}>
          {words.reply}
        </Button>
      ) : (
        <Button icon="eye" onClick={() => onSay("thanks")}>
          {words.states.thanks}
        </Button>
      )}
      {!line.done && (
        <>
          <Button kind="warm" icon="circleHelp" onClick={() => onSay("question")}>
            {words.question}
          </Button>
          <Button kind="primary" icon="check" onClick={() => onSay("done")}>
            {next ? words.finishNext : words.finish}
          </Button>
        </>
      )}
    </div>
  );
}

/** On to the next one; a wrong tap can be taken back. */
function finished(review: string, next: Entry | undefined): void {
  const words = t().review;
  if (next) go(`/review/${next.id}`, { replace: true });
  toast(words.finished, { label: words.undo, act: () => takeBack(review) });
}
