/** A session that has no logboek yet: one tap begins it. */
import { relative, shortDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { communityOf } from "../../records/hats";
import type { Shown } from "../../store/live";
import { me } from "../../store/me";
import { Row } from "../../ui/Row";

export function DueLine({ session }: { session: Shown<"session"> }) {
  const words = t().logboek;
  const { number, title, starts = "", community } = session.fields;
  const at = communityOf(me.value, community);
  const talk = at?.kind === "pair" || session.fields.kind === "individual";
  const plain = talk ? words.talkPlain : words.sessionPlain;
  const name = title ?? (number ? (talk ? words.talk(number) : words.session(number)) : plain);
  return (
    <Row
      title={`${name} · ${shortDay(starts)}`}
      sub={[at?.name, relative(starts)].filter(Boolean).join(" · ")}
      icon="plus"
      tone="warm"
      href={`/logboek/nieuw/${session.id}`}
    />
  );
}
