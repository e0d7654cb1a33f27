/** One logboek in the list: which session, who reads it, where it is, and whether a question waits for an answer. */
import { t } from "../../i18n/t";
import { handedIn, isDone, openQuestion, thread } from "../../records/reading";
import { all } from "../../store/live";
import { me } from "../../store/me";
import { Badge } from "../../ui/Badge";
import { Mark } from "../../ui/Mark";
import { Row } from "../../ui/Row";
import { readShort } from "./ReadState";
import { shortTitleOf } from "./titles";
import { type Entry, worldOf } from "./world";

export function LogboekLine({ entry }: { entry: Entry }) {
  const world = worldOf(entry);
  const several = (me.value?.communities.length ?? 0) > 1;
  return (
    <Row
      title={shortTitleOf(world)}
      sub={
        <span class="where">
          {[several && world.community?.name, readShort(entry)].filter(Boolean).join(" · ")}
          <Mark place={entry.place} />
        </span>
      }
      aside={<Aside entry={entry} />}
      icon={handedIn(entry) ? "logbook" : "pencil"}
      tone={handedIn(entry) ? "accent" : "warm"}
      href={`/logboek/${entry.id}`}
    />
  );
}

/** One small thing at the end of the line: what asks for attention first. */
function Aside({ entry }: { entry: Entry }) {
  const words = t().logboek;
  const reviews = all("review").value;
  if (entry.siblings.length > 0) return <Badge kind="warm">{words.twoVersions}</Badge>;
  if (openQuestion(entry, thread(entry, reviews, all("comment").value))) {
    return <Badge kind="warm">{words.question}</Badge>;
  }
  return isDone(entry, reviews) ? <Badge kind="good">{words.done}</Badge> : null;
}
