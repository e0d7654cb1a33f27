/** The answers: words get a card of their own, taps stand together, what was passed over is one quiet line. In a new version the
 *  earlier answer stands below each one that changed. */
import { t } from "../../i18n/t";
import type { AnswerLine } from "../../records/answers";
import { Card } from "../../ui/Card";
import { versionBefore } from "./around";
import { answersOf, asText } from "./template";
import { type Entry, lines } from "./world";

/** These stand at the top already, unless there is more to tell of them: whether it worked, or that it was different first. */
const IN_FACTS = ["mood", "done"];

export function Answers({ entry }: { entry: Entry }) {
  const words = t().review;
  const before = earlier(entry);
  const answers = answersOf(entry);
  const given = answers.filter((line) => !line.skipped && (!IN_FACTS.includes(line.id) || tellsMore(line, before)));
  const passed = answers.filter(({ skipped, id }) => skipped && !IN_FACTS.includes(id)).map(({ ask }) => ask);
  return (
    <>
      {given.filter(isLong).map((line) => (
        <Card key={line.id} label={line.ask || words.ownWords}>
          <Answer line={line} before={before.get(line.id)} />
        </Card>
      ))}
      <dl class="Taps">
        {given
          .filter((line) => !isLong(line))
          .map((line) => (
            <div key={line.id}>
              <dt>{line.ask}</dt>
              <dd>
                <Answer line={line} before={before.get(line.id)} />
              </dd>
            </div>
          ))}
      </dl>
      {passed.length > 0 && <p class="soft">{words.passed(passed)}</p>}
    </>
  );
}

const isLong = ({ text }: AnswerLine): boolean => text !== "";

function tellsMore(line: AnswerLine, before: ReadonlyMap<string, string>): boolean {
  const earlier = before.get(line.id);
  const differs = earlier !== undefined && earlier !== asText(line, t().review.judged);
  return differs || line.chosen.some(({ worked }) => worked);
}

function Answer({ line, before }: { line: AnswerLine; before: string | undefined }) {
  const now = asText(line, t().review.judged);
  return (
    <>
      <p class="words">{now}</p>
      {before !== undefined && before !== now && (
        <p class="before">
          <strong>{t().review.before}</strong> {before || t().review.nothing}
        </p>
      )}
    </>
  );
}

function earlier(entry: Entry): Map<string, string> {
  const before = versionBefore(
    entry,
    lines.value.map((line) => line.entry),
  );
  const answers = before ? answersOf(before) : [];
  return new Map(answers.map((line) => [line.id, asText(line, t().review.judged)]));
}
