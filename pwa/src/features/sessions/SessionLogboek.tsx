/** From a session to its logboek, for its coach: to begin one, or to the one there is. */
import { t } from "../../i18n/t";
import { endOf } from "../../records/due";
import { coached } from "../../records/hats";
import { all } from "../../store/live";
import { me } from "../../store/me";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import type { Session } from "./sessions";

const WITH_LOGBOEK = ["community", "individual", "outing"];

export function SessionLogboek({ session }: { session: Session }) {
  const words = t().sessions;
  const now = new Date();
  const mine = coached(me.value, now).some(({ id }) => id === session.fields.community);
  if (!mine || !WITH_LOGBOEK.includes(session.fields.kind ?? "") || session.fields.cancelled) return null;
  const logboek = all("logboek").value.find((one) => one.fields.session === session.id);
  if (!logboek && Date.parse(session.fields.starts ?? "") > now.getTime()) return null;
  if (logboek)
    return (
      <Card label={words.logbook}>
        <p>
          <Button icon="logbook" href={`/logboek/${logboek.id}`}>
            {words.toLog}
          </Button>
        </p>
      </Card>
    );
  const over = endOf(session) <= now.getTime();
  return (
    <Card label={words.logbook} title={over ? words.noLogYet : undefined}>
      <p>
        <Button kind="primary" icon="logbook" href={`/logboek/nieuw/${session.id}`}>
          {words.log}
        </Button>
      </p>
    </Card>
  );
}
