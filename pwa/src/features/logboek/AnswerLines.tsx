/** Answers to read. A question that was passed over stays to be seen, in quiet words. */
import { t } from "../../i18n/t";
import type { AnswerLine, Chosen } from "../../records/answers";

export function AnswerLines({ lines }: { lines: readonly AnswerLine[] }) {
  return (
    <dl class="AnswerLines">
      {lines.map((line) => (
        <div key={line.id} data-long={line.text.length > 0 || undefined}>
          <dt>{line.ask}</dt>
          {line.chosen.length > 0 && <dd>{line.chosen.map(read).join(" · ")}</dd>}
          {line.text && <dd class="words">{line.text}</dd>}
          {line.skipped && <dd class="skipped">{t().logboek.skipped}</dd>}
        </div>
      ))}
    </dl>
  );
}

function read({ label, worked }: Chosen): string {
  const words = t().logboek;
  if (!worked) return label;
  return `${label} (${worked === "yes" ? words.didWork : words.didNotWork})`;
}
