/** `/versies`: everything of which two versions wait, or in which the app joined two texts. */
import "./Versions.css";
import { capital, longDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { isKind } from "../../records/kinds";
import { loaded, one, type Shown } from "../../store/live";
import { undecided } from "../../store/undecided";
import { Empty } from "../../ui/Empty";
import { List } from "../../ui/List";
import { PageHead } from "../../ui/PageHead";
import { Row } from "../../ui/Row";

export function Page() {
  const words = t().versions;
  const waiting = undecided.value;
  const none = waiting.size === 0 && loaded.value;
  return (
    <div class="Versions">
      <PageHead title={words.title} sub={waiting.size > 0 && words.listIntro} back="/ik" section={t().me.title} />
      {none && <Empty icon="circleCheck" title={words.leftTitle} text={words.noneText} />}
      {waiting.size > 0 && (
        <List cards label={words.title}>
          {[...waiting].map(([id, kind]) => (
            <Line key={id} id={id} kind={kind} />
          ))}
        </List>
      )}
    </div>
  );
}

function Line({ id, kind }: { id: string; kind: string }) {
  const words = t().versions;
  if (!isKind(kind)) return null;
  const record = one(kind, id).value;
  const title = capital(t().records[kind]);
  return (
    <Row icon="copy" tone="warm" title={title} sub={subOf(record) || words.halfMade} href={`/versies/${kind}/${id}`} />
  );
}

/** Enough to know which it is: its first words, or its day. */
function subOf(record: Shown | undefined): string {
  if (!record) return "";
  const words = t().versions;
  const { text, title, place, on, starts } = record.fields as Partial<Record<string, string>>;
  const what = text ?? title ?? (on || starts ? longDay((on ?? starts) as string) : place);
  return [what, record.siblings.length > 0 ? words.waits : words.wasJoined].filter(Boolean).join(" · ");
}
