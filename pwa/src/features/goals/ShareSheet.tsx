/** The question before sharing: who reads it, what goes along, and that it can be stopped. */
import { t } from "../../i18n/t";
import { Button } from "../../ui/Button";
import { Sheet } from "../../ui/Sheet";
import { toast } from "../../ui/Toast";
import type { Audience } from "./goals";
import { type GoalRecord, share } from "./keep";

export interface ShareSheetProps {
  goal: GoalRecord;
  circle: Audience;
  open: boolean;
  onClose: () => void;
}

export function ShareSheet({ goal, circle, open, onClose }: ShareSheetProps) {
  const words = t().goals;
  const doIt = () => {
    onClose();
    share(goal, circle);
    toast(words.sharedNow(circle.names));
  };
  return (
    <Sheet
      open={open}
      title={words.shareAsk(circle.names)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" icon="people" onClick={doIt}>
            {words.shareWith(circle.names)}
          </Button>
        </>
      }
    >
      <p>{words.shareText(circle.names)}</p>
      <p class="soft">{words.shareLater}</p>
    </Sheet>
  );
}
