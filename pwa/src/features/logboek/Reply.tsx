/** Answering back. Typed on disk like everything else; it becomes a reply that others see when it is posted. */
import { t } from "../../i18n/t";
import { uuid7 } from "../../records/ids";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { answerBack } from "./logboek";
import { useDraft } from "./useDraft";
import type { Entry, World } from "./world";

/** The id that the next reply under a logboek will have: what is typed waits under it until it is posted. */
const next = new Map<string, string>();

function nextReply({ id }: Entry): string {
  const known = next.get(id) ?? uuid7();
  next.set(id, known);
  return known;
}

export function Reply({ world, to }: { world: World; to: string | undefined }) {
  const { entry } = world;
  const id = nextReply(entry);
  const post = (text: string) => {
    next.delete(entry.id);
    answerBack(entry, id, text);
  };
  return <Typing key={id} id={id} to={to} onPost={post} />;
}

function Typing({ id, to, onPost }: { id: string; to: string | undefined; onPost: (text: string) => void }) {
  const words = t().logboek;
  const draft = useDraft("comment", id, "text");
  const text = draft.value.value;
  return (
    <div class="Reply">
      <Field
        kind="words"
        rows={2}
        label={words.reply}
        labelHidden
        placeholder={words.reply}
        value={text}
        onInput={draft.input}
      />
      <div class="send">
        {to && <p class="soft">{words.replyTo(to)}</p>}
        <Button icon="send" onClick={() => onPost(text)} disabled={text.trim() === ""}>
          {words.send}
        </Button>
      </div>
    </div>
  );
}
