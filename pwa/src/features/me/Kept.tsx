/** Where what one wrote is: safe, only here, or not arrived; and since when. */
import { dayTime } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { recordings } from "../../store/files";
import { held } from "../../store/held";
import { contact, online, syncing, syncNow, trouble, unsent, wordsWait } from "../../store/status";
import { undecided } from "../../store/undecided";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { here, onPhone } from "../../ui/Mark";
import { saveCopy } from "./copy";
import { counted, type Media, mediaHere } from "./media";
import { ToSettle } from "./ToSettle";

export function Kept() {
  const words = t().me;
  const late = new Set(held.value.map(({ id }) => id)).size;
  const media = mediaHere();
  const goes = wordsWait.value || media.going.length > 0;
  const stays = late + media.refused.size + recordings.value.length;
  return (
    <Card
      label={words.kept}
      title={goes ? whatGoes(media) : stays > 0 ? words.restSafe : words.allSafe}
      text={goes ? `${when(late)} ${lastContact()}` : lastContact()}
    >
      {goes && online.value && trouble.value !== "signed_out" && (
        <Button icon="send" onClick={syncNow}>
          {syncing.value ? words.sending : words.sendNow}
        </Button>
      )}
      {(goes || stays > 0) && <Copy />}
      <ToSettle late={late} two={undecided.value.size} recorded={recordings.value.length} refused={media.refused} />
    </Card>
  );
}

/** The words are safe long before a photo is. */
function whatGoes({ going }: Media): string {
  const words = t().me;
  if (!wordsWait.value) return words.mediaHere(counted(going, words), going.length, here());
  return (onPhone() ? words.unsentPhone : words.unsentComputer)(unsent.value);
}

function when(late: number): string {
  const words = t().me;
  if (trouble.value === "signed_out") return words.waitsForLogin;
  return wordsWait.value || late > 0 ? words.goesAlong : words.mediaGoes;
}

/** What is only here, as a file of one's own. */
function Copy() {
  return (
    <Button icon="download" onClick={() => void saveCopy()}>
      {t().me.copy}
    </Button>
  );
}

function lastContact(): string {
  const words = t().me;
  return contact.value ? `${words.lastContact(dayTime(contact.value))}.` : `${words.noContact}.`;
}
