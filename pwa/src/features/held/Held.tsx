/** `/niet-aangekomen`: what did not get through. The fear is loss, so it says first that nothing is. */
import "./Held.css";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/t";
import { held } from "../../store/held";
import { online } from "../../store/status";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { PageHead } from "../../ui/PageHead";
import { Sheet } from "../../ui/Sheet";
import { toast } from "../../ui/Toast";
import { HeldCard } from "./HeldCard";
import { takeBack, throwAway, type Undelivered, undelivered } from "./held";

export function Page() {
  const words = t().held;
  const entries = undelivered(held.value);
  const doomed = useSignal<Undelivered | null>(null);
  return (
    <div class="Held">
      <PageHead title={words.title} sub={entries.length > 0 && words.intro} back="/ik" section={words.back} />
      {entries.length === 0 && <Empty icon="circleCheck" title={words.emptyTitle} text={words.emptyText} />}
      {!online.value && <p class="quiet">{words.offline}</p>}
      {entries.map((entry) => (
        <HeldCard key={entry.id} entry={entry} onDiscard={() => (doomed.value = entry)} />
      ))}
      <Discard
        entry={doomed.value}
        close={() => {
          doomed.value = null;
        }}
      />
    </div>
  );
}

function Discard({ entry, close }: { entry: Undelivered | null; close: () => void }) {
  const words = t().held;
  const thrown = useRef(false);
  // The button that was pressed is gone with its card: once the sheet is closed, one reads on from the top.
  useEffect(() => {
    if (entry || !thrown.current) return;
    thrown.current = false;
    document.querySelector<HTMLElement>("main h1")?.focus();
  }, [entry]);
  const wordless = entry?.texts.length === 0;
  const away = () => {
    close();
    if (!entry) return;
    throwAway(entry);
    toast(words.discarded, { label: words.undo, act: () => takeBack(entry) });
    thrown.current = true;
  };
  return (
    <Sheet
      open={entry !== null}
      title={wordless ? words.discardAskThis : words.discardAsk}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words.keep}</Button>
          <Button kind="alert" icon="bin" onClick={away}>
            {words.discard}
          </Button>
        </>
      }
    >
      <p>{wordless ? words.discardTextThis : words.discardText}</p>
    </Sheet>
  );
}
