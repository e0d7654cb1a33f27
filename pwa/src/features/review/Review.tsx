/** `/review`: logboeken that were handed in. On a wide screen the list and the open one side by side, on a phone one at a time. */
import "./Review.css";
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { t } from "../../i18n/t";
import { loaded } from "../../store/live";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { go } from "../../ui/go";
import { Panes } from "../../ui/Panes";
import { useKeys } from "./keys";
import { Reading } from "./Reading";
import { ReviewList } from "./ReviewList";
import { type Filter, isUnread, type Line, neighbour, nextUnread, shown } from "./review";
import { ask, type Entry, lines } from "./world";

export function Page({ params }: { params: { id?: string } }) {
  ask();
  return loaded.value ? <Review id={params.id} /> : null;
}

function Review({ id }: { id: string | undefined }) {
  const filter = useSignal<Filter>("all");
  const begun = useBegun(filter.value);
  const rows = shown(lines.value, filter.value, begun);
  const next = nextUnread(rows, id);
  const to = (entry: Entry | undefined) => entry && open(entry.id, id);
  useKeys({
    n: () => to(next),
    j: () => to(neighbour(rows, id, 1)),
    k: () => to(neighbour(rows, id, -1)),
  });
  const choose = (chosen: Filter) => {
    filter.value = chosen;
  };
  return (
    <div class="Review">
      <Panes
        open={id !== undefined}
        list={<ReviewList rows={rows} filter={filter.value} current={id} onFilter={choose} />}
      >
        {id ? <Reading key={id} id={id} next={next} /> : <Choose next={next} some={rows.length > 0} />}
      </Panes>
    </div>
  );
}

/** On a phone the list lies one step back in the history; from one logboek to the next takes no further step. */
export function open(id: string, from: string | undefined): void {
  go(`/review/${id}`, { replace: from !== undefined });
}

/** What was unread since this filter was chosen: it stays where it is while one reads on. */
function useBegun(filter: Filter): ReadonlySet<string> {
  const begun = useMemo(() => new Set<string>(), [filter]);
  const unread = lines.value.filter((line: Line<Entry>) => isUnread(line));
  for (const { entry } of unread) begun.add(entry.id);
  return begun;
}

/** Beside the list, on a wide screen, when nothing is open. */
function Choose({ next, some }: { next: Entry | undefined; some: boolean }) {
  const words = t().review;
  if (!some) return null; // the list says it
  return (
    <Empty
      icon="logbook"
      title={next ? words.choose : words.allRead}
      text={next ? words.chooseText : words.allReadText}
      action={
        next && (
          <Button kind="primary" onClick={() => open(next.id, undefined)}>
            {words.readNext}
          </Button>
        )
      }
    />
  );
}
