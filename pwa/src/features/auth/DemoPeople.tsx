/** Made-up people to enter as with one tap. */
import { useSignal } from "@preact/signals";
import { capital } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { api } from "../../net/api";
import type { DemoPerson } from "../../records/account";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import type { IconName } from "../../ui/icons";
import { List } from "../../ui/List";
import { Notice } from "../../ui/Notice";
import { Row } from "../../ui/Row";
import { everyone, faces, mainRole } from "./demo";
import { type Entered, enter } from "./enter";
import { useAttempt } from "./useAttempt";

const ICON: Partial<Record<string, IconName>> = {
  coach: "people",
  coachee: "sprout",
  coordinator: "logbook",
  senior: "eye",
};

interface Props {
  people: readonly DemoPerson[];
  onEntered: (entered: Entered) => void;
}

export function DemoPeople({ people, onEntered }: Props) {
  const words = t().auth;
  const all = useSignal(false);
  const { problem, run } = useAttempt();
  const as = (email: string) => async () => {
    const entered = await enter(() => api.demoEnter(email));
    onEntered(entered);
    return "problem" in entered ? entered.problem : null;
  };
  const shown = all.value ? everyone(people) : faces(people);
  return (
    <Card title={words.demoTitle} text={words.demoText}>
      {problem.value && <Notice kind="alert" text={words.problem[problem.value]} />}
      <List label={words.demoTitle}>
        {shown.map((person) => (
          <Row
            key={person.email}
            icon={ICON[mainRole(person) ?? ""] ?? "user"}
            title={person.name}
            sub={rolesOf(person)}
            onClick={() => void run(as(person.email))}
          />
        ))}
      </List>
      {people.length > faces(people).length && (
        <Button kind="plain" expanded={all.value} onClick={() => (all.value = !all.value)}>
          {all.value ? words.demoFewer : words.demoAll(people.length)}
        </Button>
      )}
    </Card>
  );
}

function rolesOf(person: DemoPerson): string {
  const names = person.roles.map((role) =>
    [capital(t().roles[role.role]), role.community_name ?? role.programme_name].join(" · "),
  );
  return [...new Set(names)].join(", ");
}
