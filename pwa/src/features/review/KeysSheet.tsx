/** Which keys there are, and a switch to be without them. */
import { t } from "../../i18n/t";
import { Sheet } from "../../ui/Sheet";
import { Switch } from "../../ui/Switch";
import { keysOn, switchKeys } from "./keys";

export function KeysSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = t().review;
  return (
    <Sheet open={open} title={words.keys} onClose={onClose}>
      <dl class="KeysSheet">
        {(["n", "j", "k"] as const).map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words.keyOf[key]}</dd>
          </div>
        ))}
      </dl>
      <Switch label={words.keysOn} hint={words.keysHint} on={keysOn.value} onToggle={switchKeys} />
    </Sheet>
  );
}
