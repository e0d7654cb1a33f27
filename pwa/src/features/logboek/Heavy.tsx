/** "Was het heftig?" A button that opens a card and keeps nothing: what weighs on someone is no answer in a logboek. */
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";

export function Heavy() {
  const words = t().logboek;
  const open = useSignal(false);
  const toggle = () => {
    open.value = !open.value;
  };
  return (
    <div class="heavy">
      <Button kind="plain" icon="chat" expanded={open.value} onClick={toggle}>
        {words.heavyButton}
      </Button>
      {open.value && <Card kind="warm" title={words.heavyTitle} text={`${words.cardHelp.heavy} ${words.cardKept}`} />}
    </div>
  );
}
