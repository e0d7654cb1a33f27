/** Why there is no history to see just now, and what one can do. */
import { t } from "../../i18n/t";
import { failed } from "../../net/failure";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import type { History } from "./useHistory";

export function NoHistory({ history: { answer, again } }: { history: History }) {
  const words = t().versions;
  if (!answer) return <p>{words.fetching}</p>;
  const kind = failed(answer) ? answer.kind : "busy";
  const gone = kind === "refused";
  const title = kind === "offline" ? words.offline : gone ? words.noHistory : words.failed;
  const text = kind === "offline" ? words.offlineText : gone ? words.goneText : words.failedText;
  return (
    <Empty
      icon={kind === "offline" ? "cloudOff" : "clock"}
      title={title}
      text={text}
      action={
        !gone && (
          <Button icon="refresh" onClick={again}>
            {words.again}
          </Button>
        )
      }
    />
  );
}
