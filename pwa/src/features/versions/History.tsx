/** `/geschiedenis/:kind/:id`: what became of a record, version by version, with who and when. Only the server knows all of it. */
import "./History.css";
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { capital } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { failed } from "../../net/failure";
import { isKind } from "../../records/kinds";
import { pathOf } from "../../records/paths";
import { isDone } from "../../records/reading";
import { all, loaded, one, type Shown } from "../../store/live";
import { me } from "../../store/me";
import { change } from "../../store/write";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { go } from "../../ui/go";
import { PageHead } from "../../ui/PageHead";
import { toast } from "../../ui/Toast";
import { HistoryEntry } from "./HistoryEntry";
import { backTo, type Entry, entries } from "./history";
import { NoHistory } from "./NoHistory";
import { readingOf } from "./reading";
import { type History, revisionsIn, useHistory } from "./useHistory";

export function Page({ params }: { params: Readonly<Record<string, string>> }) {
  const { kind = "", id = "" } = params;
  const record = isKind(kind) ? one(kind, id).value : undefined;
  const words = t().versions;
  if (record) return <OfRecord key={id} record={record} />;
  if (!loaded.value) return null;
  return (
    <div class="History">
      <PageHead title={words.history} back="/" />
      <Empty
        icon="search"
        title={words.goneTitle}
        text={words.goneText}
        action={<Button href="/">{words.toToday}</Button>}
      />
    </div>
  );
}

function OfRecord({ record }: { record: Shown }) {
  const words = t().versions;
  const history = useHistory(record.id);
  const own = record.author === me.value?.person.id;
  const known = history.answer && !failed(history.answer);
  return (
    <div class="History">
      <PageHead
        title={words.history}
        sub={own ? words.historyOwn : words.historyShared}
        back={pathOf(record) ?? "/"}
        section={capital(t().records[record.kind])}
      />
      <div role="status" aria-busy={history.answer === null}>
        {!known && <NoHistory history={history} />}
      </div>
      {known && <Versions record={record} history={history} />}
    </div>
  );
}

function Versions({ record, history }: { record: Shown; history: History }) {
  const words = t().versions;
  const each = useSignal(false);
  const revisions = revisionsIn(history);
  const shown = useMemo(() => entries(revisions, each.value), [revisions, each.value]);
  const reading = readingOf(record);
  const small = shown.some(({ steps }) => steps > 1);
  if (shown.length === 0) return <Empty icon="clock" title={words.noHistory} text={words.noHistoryText} />;
  return (
    <>
      {(small || each.value) && (
        <Button
          kind="plain"
          pressed={each.value}
          icon={each.value ? "check" : "more"}
          onClick={() => (each.value = !each.value)}
        >
          {words.eachStep}
        </Button>
      )}
      <ol>
        {shown.map((entry, index) => (
          <HistoryEntry
            key={entry.rev}
            entry={entry}
            reading={reading}
            now={index === 0}
            first={index === shown.length - 1}
            onRestore={restoring(record, entry, shown)}
          />
        ))}
      </ol>
    </>
  );
}

/** An ordinary change of one's own record: what stands there now becomes one more version. */
function restoring(record: Shown, entry: Entry, shown: readonly Entry[]): (() => void) | undefined {
  const fields = record.fields as Record<string, unknown>;
  const set = backTo(entry, shown, fields);
  if (!mayRestore(record) || entry.event === "deleted" || entry.event === "waited" || Object.keys(set).length === 0)
    return undefined;
  const before = Object.fromEntries(Object.keys(set).map((key) => [key, fields[key] ?? null]));
  return () => {
    change(record.kind, record.id, set);
    toast(t().versions.restored, { label: t().versions.undo, act: () => change(record.kind, record.id, before) });
    go(pathOf(record) ?? "/", { replace: true });
  };
}

/** A logboek that was answered stays as it is; a new version of it is made on its own page. */
function mayRestore(record: Shown): boolean {
  const closed = record.kind === "logboek" && isDone(record as Shown<"logboek">, all("review").value);
  return record.author === me.value?.person.id && !closed;
}
