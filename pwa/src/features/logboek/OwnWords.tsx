/** An idea for next time in one's own words, behind the chips. */
import { t } from "../../i18n/t";
import { useDraft } from "../../store/useDraft";
import { Field } from "../../ui/Field";
import type { Entry } from "./world";

export function OwnWords({ entry }: { entry: Entry }) {
  const words = t().logboek;
  const draft = useDraft("logboek", entry.id, "next_own");
  return (
    <Field
      label={words.ownWordsHint}
      labelHidden
      placeholder={words.ownWords}
      value={draft.value.value}
      onInput={draft.input}
      onBlur={draft.flush}
    />
  );
}
