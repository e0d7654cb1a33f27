/** Sessions without a logboek after 48 hours. Help, not blame: the words say what one can do. */
import { relative } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { Empty } from "../../ui/Empty";
import { List } from "../../ui/List";
import { Row } from "../../ui/Row";
import { sessionName } from "./titles";
import { coachesOf, communityName, late } from "./world";

export function LateList() {
  const words = t().review;
  const now = new Date();
  if (late.value.length === 0) return <Empty icon="circleCheck" title={words.lateNone} text={words.lateNoneText} />;
  return (
    <>
      <p class="soft">{words.lateText}</p>
      <List label={words.late}>
        {late.value.map((session) => (
          <Row
            key={session.id}
            icon="chat"
            tone="warm"
            title={[...coachesOf(session.fields.community, now), communityName(session.fields.community)]
              .filter(Boolean)
              .join(" · ")}
            sub={`${sessionName(session)} · ${relative(session.fields.starts ?? "")}`}
            href={`/sessies/${session.id}`}
          />
        ))}
      </List>
    </>
  );
}
