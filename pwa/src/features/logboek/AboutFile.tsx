/** What is to be seen or heard, in words, for who cannot. Kept a moment after the last key, and when one leaves. */
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/t";
import type { NamedFile } from "../../records/files";
import { describe } from "../../store/attach";
import { Field } from "../../ui/Field";

const AFTER_LAST_KEY = 250;
const LONGEST = 500;

export function AboutFile({ entry, file }: { entry: string; file: NamedFile }) {
  const words = t().files;
  const voice = file.what === "voice";
  const [text, setText] = useState(file.about ?? "");
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; text: string } | null>(null);
  const keep = () => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    describe("logboek", entry, file, waiting.current.text.trim());
    waiting.current = null;
  };
  const kept = useRef(keep);
  kept.current = keep;
  useEffect(() => () => kept.current(), []);
  const input = (typed: string) => {
    setText(typed);
    clearTimeout(waiting.current?.timer);
    waiting.current = { timer: setTimeout(() => kept.current(), AFTER_LAST_KEY), text: typed };
  };
  return (
    <Field
      kind="words"
      rows={2}
      label={voice ? words.aboutHeard : words.aboutSeen}
      hint={voice ? words.aboutHeardHint : words.aboutSeenHint}
      value={text}
      maxLength={LONGEST}
      onInput={input}
      onBlur={keep}
    />
  );
}
