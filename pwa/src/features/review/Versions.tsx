/** Every version of this logboek, oldest first: a new one never hides the one that was reviewed. */
import { shortDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { isDone, versionsOf } from "../../records/reading";
import { all } from "../../store/live";
import { List } from "../../ui/List";
import { Row } from "../../ui/Row";
import { type Entry, lines } from "./world";

export function Versions({ entry }: { entry: Entry }) {
  const words = t().review;
  const versions = versionsOf(
    entry,
    lines.value.map((line) => line.entry),
  );
  if (versions.length < 2) return null;
  return (
    <List label={words.versions} heading>
      {versions.map((one, index) => (
        <Row
          key={one.id}
          title={one.id === entry.id ? `${words.version(index + 1)} · ${words.thisOne}` : words.version(index + 1)}
          sub={isDone(one, all("review").value) ? words.done : undefined}
          aside={one.fields.handed_in && shortDay(one.fields.handed_in)}
          href={one.id === entry.id ? undefined : `/review/${one.id}`}
          current={one.id === entry.id}
        />
      ))}
    </List>
  );
}
