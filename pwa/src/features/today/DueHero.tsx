/** "Hoe ging het met je groep?" The one loud card: a tap opens the logboek, filled in as far as it can be. */
import { t } from "../../i18n/t";
import { communityOf } from "../../records/hats";
import type { Shown } from "../../store/live";
import { me } from "../../store/me";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { groupName, isTalk, sessionName, sessionWhen } from "./names";
import { justEnded, type ToWrite } from "./today";

export interface DueProps {
  due: ToWrite<Shown<"session">, Shown<"logboek">>;
  now: Date;
}

export function DueHero({ due, now }: DueProps) {
  const words = t().today;
  const { session, draft } = due;
  const community = session?.fields.community ?? draft?.fields.community;
  const talk = isTalk(session) || communityOf(me.value, community)?.kind === "pair";
  const ready = talk ? words.readyTalk : words.ready;
  return (
    <Card
      kind="hero"
      label={[labelOf(due, now), groupName(community)].filter(Boolean).join(" · ")}
      title={talk ? words.howTalk : words.howGroup}
      text={draft ? words.begun : ready}
    >
      <Button
        kind="primary"
        wide
        icon="logbook"
        note={draft ? undefined : words.minutes}
        href={draft ? `/logboek/${draft.id}` : `/logboek/nieuw/${session?.id}`}
      >
        {draft ? words.goOn : words.fillIn}
      </Button>
    </Card>
  );
}

function labelOf({ session, draft }: DueProps["due"], now: Date): string {
  const words = t().today;
  if (session && justEnded(session, now)) return words.justEnded(sessionName(session));
  return words.wasOn(sessionName(session), sessionWhen(session, draft?.fields.on));
}
