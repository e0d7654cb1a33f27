/** Two who plan, or two devices of one, changed the same thing at the same time: here is where one chooses. */
import { t } from "../../i18n/t";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { mayPlan, type Session } from "./sessions";

export function SameTime({ session }: { session: Session }) {
  const words = t().versions;
  if (session.siblings.length === 0 || !mayPlan(session.scope)) return null;
  return (
    <Notice
      kind="warm"
      title={words.title}
      text={words.notice}
      action={<Button href={`/versies/session/${session.id}`}>{words.look}</Button>}
    />
  );
}
