/** Earlier and later versions of the same logboek: both stay to be seen. */
import { shortDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { versionsOf } from "../../records/reading";
import { all } from "../../store/live";
import { List } from "../../ui/List";
import { Row } from "../../ui/Row";
import { readShort } from "./ReadState";
import type { World } from "./world";

export function Versions({ world }: { world: World }) {
  const words = t().logboek;
  const versions = versionsOf(world.entry, all("logboek").value);
  if (versions.length < 2) return null;
  return (
    <List label={words.versions} heading>
      {versions.map((one, index) => (
        <Row
          key={one.id}
          title={`${words.version(index + 1)}${one.id === world.entry.id ? ` · ${words.thisOne}` : ""}`}
          sub={readShort(one)}
          aside={one.fields.handed_in && shortDay(one.fields.handed_in)}
          href={one.id === world.entry.id ? undefined : `/logboek/${one.id}`}
          current={one.id === world.entry.id}
        />
      ))}
    </List>
  );
}
