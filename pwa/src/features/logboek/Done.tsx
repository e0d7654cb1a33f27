/** What was done. A second tap on a chip asks whether it worked, right there; taking the chip away is one of the answers. */
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { language } from "../../i18n/language";
import { t } from "../../i18n/t";
import { labelOf, listed } from "../../records/answers";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Chips } from "../../ui/Chips";
import { type AskProps, filled, options, sentence } from "./ask";
import { put } from "./logboek";
import { answer, judge, takenAway, undo } from "./taps";

export function Done({ world, question }: AskProps) {
  const about = useSignal<string | null>(null);
  const chosen = listed(filled(world).done);
  const tap = (ids: string[]) => {
    const again = takenAway(question, filled(world), ids);
    if (again) about.value = about.value === again ? null : again;
    else put(world.entry, answer(question, filled(world), ids));
  };
  const chips = options({ world, question }).map(({ id, label }) => ({
    id,
    label: label + verdict(filled(world), id),
  }));
  const asking = about.value && chosen.includes(about.value) ? about.value : null;
  return (
    <div class="ask">
      <Chips kind="many" label={sentence(question)} options={chips} value={chosen} onChange={tap} />
      {asking && (
        <Worked
          key={asking}
          world={world}
          question={question}
          chip={asking}
          onClose={() => {
            about.value = null;
          }}
        />
      )}
    </div>
  );
}

/** Comes into view where the thumb is, takes the focus, and gives it back to the chip. */
function useArrival() {
  const here = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    const from = document.activeElement;
    here.current?.scrollIntoView({ block: "nearest" });
    here.current?.focus({ preventScroll: true });
    return () => {
      if (from instanceof HTMLElement) from.focus({ preventScroll: true });
    };
  }, []);
  return here;
}

function Worked({ world, question, chip, onClose }: AskProps & { chip: string; onClose: () => void }) {
  const words = t().logboek;
  const here = useArrival();
  const said = filled(world)[`worked.${chip}`];
  const name = labelOf(question, chip, language.value, world.plan);
  const say = (worked: "yes" | "no") => () => {
    put(world.entry, judge(filled(world), chip, worked));
    onClose();
  };
  const takeAway = () => {
    put(world.entry, undo(filled(world), chip));
    onClose();
  };
  return (
    <fieldset class="worked" ref={here} tabIndex={-1}>
      <legend>{words.workedAbout(name)}</legend>
      <Chip on={said === "yes"} onToggle={say("yes")}>
        {words.yes}
      </Chip>
      <Chip on={said === "no"} onToggle={say("no")}>
        {words.no}
      </Chip>
      <Button kind="plain" icon="close" onClick={takeAway}>
        {words.notDone}
      </Button>
    </fieldset>
  );
}

function verdict(fields: Record<string, unknown>, chip: string): string {
  const words = t().logboek;
  const worked = fields[`worked.${chip}`];
  if (worked === "yes") return ` · ${words.didWork}`;
  return worked === "no" ? ` · ${words.didNotWork}` : "";
}
