/** Dutch or English, at once on every page; the server hears it for the mails it writes. */
import { useSignal } from "@preact/signals";
import { language } from "../../i18n/language";
import { t } from "../../i18n/t";
import { Chips } from "../../ui/Chips";
import { speakIn } from "./account";

export function Language() {
  const words = t().me;
  const late = useSignal(false);
  const pick = async (id: string | null) => {
    // A tap on the chosen one would undo it; there is always a language.
    if (id === "nl" || id === "en") late.value = !(await speakIn(id));
  };
  return (
    <Chips
      kind="one"
      label={words.language}
      hint={late.value ? words.languageLater : undefined}
      options={[
        { id: "nl", label: words.dutch },
        { id: "en", label: words.english },
      ]}
      value={language.value}
      onChange={(id) => void pick(id)}
    />
  );
}
