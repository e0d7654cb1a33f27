/** `/logboek`: everything one wrote, this year and before, on the phone and searchable without a network. */
import "./LogboekList.css";
import { computed, useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { withoutLogboek } from "../../records/due";
import { coached, onlyPairs } from "../../records/hats";
import { handedIn } from "../../records/reading";
import { all, loaded } from "../../store/live";
import { me } from "../../store/me";
import { Button } from "../../ui/Button";
import { Columns } from "../../ui/Columns";
import { Empty } from "../../ui/Empty";
import { Field } from "../../ui/Field";
import { List } from "../../ui/List";
import { PageHead } from "../../ui/PageHead";
import { More, useWindow } from "../../ui/Window";
import { DueLine } from "./DueLine";
import { matches, ownHistory } from "./history";
import { LogboekLine } from "./LogboekLine";
import { myself } from "./logboek";
import { searched } from "./shownWords";
import type { Entry } from "./world";

const history = computed(() => ownHistory(all("logboek").value, myself()));

export function Page() {
  const words = t().logboek;
  const query = useSignal("");
  const own = history.value;
  const found = query.value.trim() ? own.filter(({ id }) => matches(searched.value.get(id) ?? "", query.value)) : own;
  const due = query.value.trim() ? [] : dueNow();
  if (!loaded.value) return null;
  return (
    <div class="LogboekList">
      <PageHead title={words.list} action={(own.length > 0 || due.length > 0) && <NewOne />} />
      {own.length > 0 && (
        <Field
          kind="search"
          label={words.search}
          labelHidden
          placeholder={words.search}
          value={query.value}
          onInput={(typed) => {
            query.value = typed;
          }}
        />
      )}
      <Columns side={<Lines label={words.handedIn} entries={found.filter(handedIn)} />}>
        <Due sessions={due} />
        <Lines label={words.drafts} entries={found.filter((entry) => !handedIn(entry))} />
        {found.length === 0 && <Nothing all={own.length} due={due.length} query={query.value} />}
      </Columns>
    </div>
  );
}

function dueNow() {
  const now = new Date();
  const communities = coached(me.value, now).map(({ id }) => id);
  return withoutLogboek(all("session").value, all("logboek").value, communities, now);
}

const onlyTalks = (): boolean => onlyPairs(me.value?.communities ?? []);

function NewOne() {
  return (
    <Button icon="plus" href="/logboek/nieuw">
      {onlyTalks() ? t().logboek.withoutTalk : t().logboek.without}
    </Button>
  );
}

function Due({ sessions }: { sessions: ReturnType<typeof dueNow> }) {
  if (sessions.length === 0) return null;
  return (
    <List label={t().logboek.waiting} heading>
      {sessions.map((session) => (
        <DueLine key={session.id} session={session} />
      ))}
    </List>
  );
}

function Nothing({ all: total, due, query }: { all: number; due: number; query: string }) {
  const words = t().logboek;
  if (total === 0) {
    const text = onlyTalks() ? words.emptyTextTalk : words.emptyText;
    return <Empty icon="logbook" title={words.emptyTitle} text={text} action={due === 0 && <NewOne />} />;
  }
  return <Empty icon="search" title={words.nothingFound} text={words.nothingFoundText(query.trim())} />;
}

function Lines({ label, entries }: { label: string; entries: readonly Entry[] }) {
  const reach = useWindow();
  if (entries.length === 0) return null;
  return (
    <>
      <List label={label} heading>
        {entries.slice(0, reach.value).map((entry) => (
          <LogboekLine key={entry.id} entry={entry} />
        ))}
      </List>
      <More reach={reach} total={entries.length} />
    </>
  );
}
