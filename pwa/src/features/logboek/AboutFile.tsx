/** What is to be seen or heard, in words, for who cannot. Kept within a second, and when one leaves. */
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/t";
import type { NamedFile } from "../../records/files";
import { describe } from "../../store/attach";
import { onFlush } from "../../store/drafts";
import { Field } from "../../ui/Field";

/** Also for who never pauses. */
const AT_LATEST = 750;
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
  useEffect(() => {
    const end = onFlush(() => kept.current());
    return () => {
      kept.current();
      end();
    };
  }, []);
  const input = (typed: string) => {
    setText(typed);
    if (waiting.current) waiting.current.text = typed;
    else waiting.current = { timer: setTimeout(() => kept.current(), AT_LATEST), text: typed };
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
