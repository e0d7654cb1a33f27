/** The list: what to read, filtered and in windows, so that thousands are as quick as ten. */
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { hat, me } from "../../store/me";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { List } from "../../ui/List";
import { PageHead } from "../../ui/PageHead";
import { More, useWindow } from "../../ui/Window";
import { FilterChoice } from "./FilterChoice";
import { KeysSheet } from "./KeysSheet";
import { LateList } from "./LateList";
import { ReviewLine } from "./ReviewLine";
import type { Filter, Line } from "./review";
import { type Entry, late } from "./world";

export interface ReviewListProps {
  rows: readonly Line<Entry>[];
  filter: Filter;
  current: string | undefined;
  onFilter: (filter: Filter) => void;
}

export function ReviewList({ rows, filter, current, onFilter }: ReviewListProps) {
  const words = t().review;
  return (
    <>
      <PageHead
        level={current ? 2 : 1}
        title={words.title}
        action={<FilterChoice value={filter} onChange={onFilter} />}
      />
      {filter === "late" ? <LateList /> : <Lines key={filter} rows={rows} filter={filter} current={current} />}
      <Foot filter={filter} onFilter={onFilter} />
    </>
  );
}

function Lines({ rows, filter, current }: Omit<ReviewListProps, "onFilter">) {
  const words = t().review;
  const reach = useWindow(rows.findIndex(({ entry }) => entry.id === current));
  if (rows.length === 0) return <None filter={filter} />;
  return (
    <>
      <List label={words.title}>
        {rows.slice(0, reach.value).map((line) => (
          <ReviewLine key={line.entry.id} line={line} current={line.entry.id === current} />
        ))}
      </List>
      <More reach={reach} total={rows.length} />
    </>
  );
}

function None({ filter }: { filter: Filter }) {
  const words = t().review;
  if (filter === "all") {
    return <Empty icon="logbook" title={words.emptyTitle} text={words.emptyText} action={nobodyYet() && <Invite />} />;
  }
  return (
    <Empty
      icon="circleCheck"
      title={filter === "unread" ? words.allRead : words.allAnswered}
      text={filter === "unread" ? words.allReadText : words.allAnsweredText}
    />
  );
}

/** Without a group or pair there is nobody to hand one in. */
const nobodyYet = () => hat.value?.role === "coordinator" && me.value?.communities.length === 0;

function Invite() {
  return (
    <Button icon="people" href="/ik/uitnodigen">
      {t().invites.invite}
    </Button>
  );
}

/** "Nog geen logboek na 48 uur: 2 groepen", and the keys. */
function Foot({ filter, onFilter }: Pick<ReviewListProps, "filter" | "onFilter">) {
  const words = t().review;
  const keys = useSignal(false);
  const groups = new Set(late.value.map(({ fields }) => fields.community)).size;
  const show = (open: boolean) => {
    keys.value = open;
  };
  return (
    <footer class="foot">
      {groups > 0 && filter !== "late" && (
        <button type="button" onClick={() => onFilter("late")}>
          {words.lateGroups(groups)}
        </button>
      )}
      <button type="button" class="keys" onClick={() => show(true)}>
        {words.keys}
      </button>
      <KeysSheet open={keys.value} onClose={() => show(false)} />
    </footer>
  );
}
