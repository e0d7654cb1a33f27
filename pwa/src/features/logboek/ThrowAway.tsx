/** A draft that was opened by mistake goes again, after one question. */
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { Button } from "../../ui/Button";
import { go } from "../../ui/go";
import { Sheet } from "../../ui/Sheet";
import { throwAway } from "./logboek";
import type { World } from "./world";

export function ThrowAway({ world }: { world: World }) {
  const words = t().logboek;
  const open = useSignal(false);
  const close = () => {
    open.value = false;
  };
  const away = () => {
    close();
    throwAway(world.entry);
    go("/logboek", { replace: true });
  };
  return (
    <div class="throwAway">
      <Button kind="plain" icon="clock" href={`/geschiedenis/logboek/${world.entry.id}`}>
        {t().versions.history}
      </Button>
      <Button kind="plain" icon="bin" onClick={() => (open.value = true)}>
        {words.throwAway}
      </Button>
      <Sheet
        open={open.value}
        title={words.throwAwayAsk}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{words.keep}</Button>
            <Button kind="alert" onClick={away}>
              {words.throwAway}
            </Button>
          </>
        }
      >
        <p>{words.throwAwayText}</p>
      </Sheet>
    </div>
  );
}
