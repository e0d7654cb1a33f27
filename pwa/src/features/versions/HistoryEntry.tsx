/** One version: who and when, what changed in it, and, for its writer, the way back to it. */
import { capital, longDayTime } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { nameOf } from "../../records/people";
import { me } from "../../store/me";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Diff } from "./Diff";
import type { Change, Entry } from "./history";
import { askOf, type Reading, textOf } from "./shownValue";

export interface HistoryEntryProps {
  entry: Entry;
  reading: Reading;
  /** It is what stands there now. */
  now: boolean;
  /** It is how it began. */
  first: boolean;
  onRestore: (() => void) | undefined;
}

export function HistoryEntry({ entry, reading, now, first, onRestore }: HistoryEntryProps) {
  const words = t().versions;
  const { author, at, event, changes } = entry;
  const name = author === me.value?.person.id ? words.youCapital : (nameOf(reading.people, author) ?? words.someone);
  return (
    <li>
      <Card
        label={[name, now && words.now].filter(Boolean).join(" · ")}
        title={<time dateTime={at}>{capital(longDayTime(at))}</time>}
        text={event && words.event[event]}
      >
        {changes.length > 0 && (
          <dl>
            {changes.map((change) => (
              <div key={change.key}>
                <dt>{askOf(change.key, reading)}</dt>
                <dd>
                  <Diff {...said(change, reading)} first={first} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {onRestore && (
          <Button kind="plain" icon="undo" onClick={onRestore}>
            {words.restore}
          </Button>
        )}
      </Card>
    </li>
  );
}

function said({ key, before, after }: Change, reading: Reading) {
  return { before: textOf(key, before, reading), after: textOf(key, after, reading) };
}
