/** One logboek in the list: which session, who reads it, where it is, and whether a question waits for an answer. */
import { t } from "../../i18n/t";
import { handedIn, openQuestion } from "../../records/reading";
import { me } from "../../store/me";
import { Badge } from "../../ui/Badge";
import { Mark } from "../../ui/Mark";
import { Row } from "../../ui/Row";
import { readShort } from "./ReadState";
import { doneWith, saidOf } from "./said";
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
  if (entry.siblings.length > 0) return <Badge kind="warm">{words.twoVersions}</Badge>;
  if (openQuestion(entry, saidOf(entry))) {
    return <Badge kind="warm">{words.question}</Badge>;
  }
  return doneWith(entry) ? <Badge kind="good">{words.done}</Badge> : null;
}
