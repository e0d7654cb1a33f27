/** How it went so far, newest first. */
import { dayTime } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { all } from "../../store/live";
import { List } from "../../ui/List";
import { Row } from "../../ui/Row";
import { OUTCOME_ICON } from "./CheckIn";
import { checkinsOf, checkinToday, stateOf } from "./goals";
import type { GoalRecord } from "./keep";

/** On one's own page today's answer stands in the card above; here are the days before. */
export function History({ goal, own = false }: { goal: GoalRecord; own?: boolean }) {
  const words = t().goals;
  const said = checkinsOf(goal.id, all("checkin").value);
  const today = own && stateOf(goal) === "open" ? checkinToday(said, new Date()) : undefined;
  const shown = said.filter((one) => one !== today);
  if (shown.length === 0) return null;
  return (
    <List label={words.history} heading>
      {shown.map(({ id, fields: { outcome = "busy", note, on } }) => (
        <Row
          key={id}
          icon={OUTCOME_ICON[outcome]}
          tone={outcome === "done" ? "accent" : "plain"}
          title={words.outcomes[outcome]}
          sub={note}
          aside={on && dayTime(on)}
        />
      ))}
    </List>
  );
}
