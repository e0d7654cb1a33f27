/** One logboek, open: what it says, who read it, what was said about it, and the answer. Opening it leaves a receipt. */
import "./Reading.css";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { longDay, time } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { handedIn } from "../../records/reading";
import { one } from "../../store/live";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { go } from "../../ui/go";
import { Notice } from "../../ui/Notice";
import { PageHead } from "../../ui/PageHead";
import { SameTime } from "../../ui/SameTime";
import { Answering } from "./Answering";
import { Answers } from "./Answers";
import { Facts } from "./Facts";
import { Pictures } from "./Pictures";
import { ReadBy } from "./ReadBy";
import type { Line } from "./review";
import { noteRead } from "./say";
import { Thread } from "./Thread";
import { titleOf } from "./titles";
import { Versions } from "./Versions";
import { type Entry, known, lines } from "./world";

export function Reading({ id, next }: { id: string; next: Entry | undefined }) {
  const entry = one("logboek", id).value;
  const line = lines.value.find((each) => each.entry.id === id);
  if (!entry || !handedIn(entry) || !line) return <Gone />;
  return <Open entry={entry} line={line} next={next} />;
}

function Open({ entry, line, next }: { entry: Entry; line: Line<Entry>; next: Entry | undefined }) {
  const words = t().review;
  const changed = useReceipt(entry, line);
  useHeading(entry.id);
  return (
    <article class="Reading">
      <PageHead
        title={titleOf(entry)}
        sub={subOf(entry)}
        section={words.title}
        back="/review"
        action={line.done ? <Badge kind="good">{words.done}</Badge> : <Badge>{words.readByYou}</Badge>}
      />
      {changed && <Notice title={words.changed} text={words.changedText(known(entry.author))} />}
      <SameTime
        record={entry}
        words={t().versions}
        waitsFor={t().versions.theirsNotice(known(entry.author) || words.theCoach)}
      />
      {entry.fields.version_of && <Notice title={words.newVersionTitle} text={words.newVersionText} />}
      <Facts entry={entry} />
      <Answers entry={entry} />
      <Pictures entry={entry} />
      <ReadBy entry={entry} />
      <Versions entry={entry} />
      <div class="onward">
        <Button kind="plain" icon="clock" href={`/geschiedenis/logboek/${entry.id}`}>
          {t().versions.history}
        </Button>
      </div>
      <Thread entry={entry} asked={line.asked} />
      <Answering entry={entry} line={line} next={next} />
      {next && (
        <div class="onward">
          <Button kind="plain" wide icon="chevronRight" onClick={() => go(`/review/${next.id}`, { replace: true })}>
            {words.readNext}
          </Button>
        </div>
      )}
    </article>
  );
}

/** Leaves the receipt of what is on the screen now; true when it had changed since it was read the last time. */
function useReceipt(entry: Entry, { reading }: Line<Entry>): boolean {
  const changed = useSignal(reading === "changed");
  useEffect(() => {
    if (reading === "changed") changed.value = true;
    if (reading !== "read") noteRead(entry);
  }, [entry.id, entry.rev, reading]);
  return changed.value;
}

/** The focus goes to what was opened, so that a screen reader reads on there and the keys work on. */
function useHeading(id: string): void {
  const first = useRef(true);
  useEffect(() => {
    document.querySelector<HTMLElement>(".Reading h1")?.focus({ preventScroll: first.current });
    first.current = false;
  }, [id]);
}

function subOf({ author, fields }: Entry): string {
  const { on, handed_in } = fields;
  return [known(author), on && longDay(on), handed_in && t().review.handedIn(handedWhen(handed_in, on))]
    .filter(Boolean)
    .join(" · ");
}

/** The time alone on the day itself, else the day too. */
function handedWhen(handed: string, on: string | undefined): string {
  const sameDay = on && longDay(handed) === longDay(on);
  return sameDay ? t().review.at(time(handed)) : t().review.on(longDay(handed));
}

function Gone() {
  const words = t().review;
  return (
    <>
      <PageHead title={words.title} section={words.title} back="/review" />
      <Empty
        icon="logbook"
        title={words.gone}
        text={words.goneText}
        action={<Button href="/review">{words.toList}</Button>}
      />
    </>
  );
}
