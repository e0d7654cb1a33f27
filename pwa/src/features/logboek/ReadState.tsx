/** Who reads it, in words that never say where it is: handed in, read by Cora on Tuesday, marked done. */
import { dayTime } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { nameOf } from "../../records/people";
import type { Readership } from "../../records/reading";
import { all } from "../../store/live";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Readers } from "../../ui/Readers";
import { doneWith, readersOf } from "./said";
import type { Entry, World } from "./world";

export function WhoRead({ world }: { world: World }) {
  const { entry, readers } = world;
  const words = t().logboek;
  const done = doneWith(entry);
  return (
    <div class="WhoRead">
      {sentences(readersOf(entry), readers).map((text) => (
        <Readers key={text} text={text} />
      ))}
      {done && <Badge kind="good">{words.done}</Badge>}
      <Button kind="plain" icon="clock" href={`/geschiedenis/logboek/${entry.id}`}>
        {t().versions.history}
      </Button>
    </div>
  );
}

/** One short line for a list: "Alleen jij", "Ingeleverd", "Gelezen door Cora". */
export function readShort(entry: Entry): string {
  const words = t().logboek;
  const state = readersOf(entry);
  if (state.state === "only_me") return words.onlyYou;
  if (state.state === "handed_in") return words.handedIn;
  return words.readByShort([...new Set(state.by.map(({ reader }) => known(reader)))].join(", "));
}

export function known(person: string): string {
  return nameOf(all("person").value, person) ?? t().logboek.someone;
}

function sentences(state: Readership, readers: readonly string[]): string[] {
  const words = t().logboek;
  if (state.state === "only_me") return [words.onlyYou];
  if (state.state === "read")
    return state.by.map(({ reader, at }) => words.readBy(known(reader), at ? dayTime(at) : ""));
  const handedIn = state.at ? words.handedInWhen(dayTime(state.at)) : words.handedIn;
  return readers.length > 0 ? [`${handedIn}. ${words.readersNow(words.joined(readers))}`] : [handedIn];
}
