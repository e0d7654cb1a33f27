/** Answering back. Typed on disk like everything else; it becomes a reply that others see when it is posted. */
import { t } from "../../i18n/t";
import { useDraft } from "../../store/useDraft";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { answerBack, replyDraft } from "./logboek";
import type { World } from "./world";

export function Reply({ world: { entry }, to }: { world: World; to: string | undefined }) {
  const words = t().logboek;
  const draft = useDraft("comment", replyDraft(entry), "text");
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
        onBlur={draft.flush}
      />
      <div class="send">
        {to && <p class="soft">{words.replyTo(to)}</p>}
        <Button icon="send" onClick={() => answerBack(entry, text)} disabled={text.trim() === ""}>
          {words.send}
        </Button>
      </div>
    </div>
  );
}
