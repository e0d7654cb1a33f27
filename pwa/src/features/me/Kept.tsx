/** Where what one wrote is: safe, only here, or not arrived; and since when. */
import { dayTime } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { held } from "../../store/held";
import { contact, online, syncing, syncNow, trouble, unsent } from "../../store/status";
import { undecided } from "../../store/undecided";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { List } from "../../ui/List";
import { Row } from "../../ui/Row";
import { saveCopy } from "./copy";
import { onPhone } from "./device";

export function Kept() {
  const words = t().me;
  const waiting = unsent.value;
  const late = new Set(held.value.map(({ id }) => id)).size;
  const here = onPhone() ? words.unsentPhone : words.unsentComputer;
  return (
    <Card
      label={words.kept}
      title={waiting > 0 ? here(waiting) : safe(late)}
      text={
        waiting === 0
          ? lastContact()
          : `${trouble.value === "signed_out" ? words.waitsForLogin : words.goesAlong} ${lastContact()}`
      }
    >
      {waiting > 0 && online.value && trouble.value !== "signed_out" && (
        <Button icon="send" onClick={syncNow}>
          {syncing.value ? words.sending : words.sendNow}
        </Button>
      )}
      {waiting + late > 0 && <Copy />}
      <ToSettle late={late} two={undecided.value.size} />
    </Card>
  );
}

function ToSettle({ late, two }: { late: number; two: number }) {
  const words = t().me;
  if (late + two === 0) return null;
  return (
    <List label={words.toSettle}>
      {late > 0 && (
        <Row icon="inbox" tone="warm" title={words.held(late)} sub={words.heldText} href="/niet-aangekomen" />
      )}
      {two > 0 && <Row icon="copy" tone="warm" title={words.two(two)} sub={words.twoText} href="/versies" />}
    </List>
  );
}

function safe(late: number): string {
  return late > 0 ? t().me.restSafe : t().me.allSafe;
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
