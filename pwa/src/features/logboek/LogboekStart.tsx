/** `/logboek/nieuw` and `/logboek/nieuw/:session`: opens a logboek that is filled in as far as it can be, and goes there. */
import { useEffect } from "preact/hooks";
import { t } from "../../i18n/t";
import { type Community, coached, communityOf, onlyPairs } from "../../records/hats";
import { all, loaded, one, type Shown } from "../../store/live";
import { me } from "../../store/me";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { go } from "../../ui/go";
import { List } from "../../ui/List";
import { PageHead } from "../../ui/PageHead";
import { Row } from "../../ui/Row";
import { startLogboek } from "./logboek";

const NEEDED = ["session", "logboek", "template"] as const;

export function Page({ params }: { params: { session?: string } }) {
  for (const kind of NEEDED) all(kind).value;
  const session = one("session", params.session ?? "").value;
  const communities = coached(me.value, new Date());
  if (!loaded.value) return null;
  const only =
    communityOf(me.value, session?.fields.community) ?? (communities.length === 1 ? communities[0] : undefined);
  if (params.session && !session) return <Nothing title={t().logboek.gone} text={t().logboek.goneText} />;
  if (only) return <Begin session={session} community={only} />;
  if (communities.length === 0) return <Nothing title={t().logboek.noCommunity} text={t().logboek.noCommunityText} />;
  return <Which communities={communities} />;
}

/** Begins on arriving, and takes its own place in the history: "back" leads to where one came from. */
function Begin({ session, community }: { session: Shown<"session"> | undefined; community: Community }) {
  useEffect(() => {
    go(`/logboek/${startLogboek(session, community)}`, { replace: true });
  }, [session, community]);
  return null;
}

/** Who coaches more than one group says which: one tap more, and only without a session. */
function Which({ communities }: { communities: readonly Community[] }) {
  const words = t().logboek;
  const title = onlyPairs(communities) ? words.whichOne : words.whichGroup;
  return (
    <>
      <PageHead title={title} section={words.title} back="/" />
      <List label={title} cards>
        {communities.map((community) => (
          <Row
            key={community.id}
            title={community.name}
            icon={community.kind === "pair" ? "user" : "people"}
            onClick={() => go(`/logboek/${startLogboek(undefined, community)}`, { replace: true })}
          />
        ))}
      </List>
    </>
  );
}

function Nothing({ title, text }: { title: string; text: string }) {
  const words = t().logboek;
  return (
    <>
      <PageHead title={words.title} back="/" />
      <Empty icon="logbook" title={title} text={text} action={<Button href="/logboek">{words.toList}</Button>} />
    </>
  );
}
