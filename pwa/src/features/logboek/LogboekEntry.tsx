/** Filling in a logboek: one calm page, everything a tap, nothing to save. */
import "./LogboekEntry.css";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { language } from "../../i18n/language";
import { t } from "../../i18n/t";
import { handedIn } from "../../records/reading";
import { ActionBar } from "../../ui/ActionBar";
import { Button } from "../../ui/Button";
import { PageHead } from "../../ui/PageHead";
import { Readers } from "../../ui/Readers";
import { SameTime } from "../../ui/SameTime";
import { toast } from "../../ui/Toast";
import { DepthPart } from "./DepthPart";
import { EntryFiles } from "./EntryFiles";
import { Heavy } from "./Heavy";
import { handIn, leaveUntouched, nobodyCame } from "./logboek";
import { OnlyForMe } from "./OnlyForMe";
import { Questions } from "./Questions";
import { ThrowAway } from "./ThrowAway";
import { canHandIn } from "./taps";
import { subOf, titleOf } from "./titles";
import { Who } from "./Who";
import { isTalk, type World } from "./world";

export interface FormProps {
  world: World;
  /** Changing what was handed in ends here; a draft ends by handing it in. */
  onDone: () => void;
}

export function LogboekEntry({ world, onDone }: FormProps) {
  const { entry, template } = world;
  const words = t().logboek;
  const said = language.value;
  // After the fields in it have let go of what was typed, which happens in this same turn.
  useEffect(() => () => queueMicrotask(() => leaveUntouched(entry.id)), [entry.id]);
  const nobody = template.key === "logboek.nobody";
  return (
    <div class="LogboekEntry">
      <PageHead title={titleOf(world)} sub={subOf(world)} section={words.title} back="/logboek" mark={entry.place} />
      <SameTime record={entry} words={t().versions} />
      {template.helper && <p class="helper">{template.helper[said]}</p>}
      <Questions world={world} ids={["mood"]} />
      {!nobody && <Who world={world} />}
      <div class="nobody">
        <Button kind="plain" icon={nobody ? "undo" : "people"} onClick={() => nobodyCame(world, !nobody)}>
          {nobodyWords(isTalk(world), nobody)}
        </Button>
      </div>
      <Questions world={world} without={["mood"]} />
      {template.closing && <p class="closing">{template.closing[said]}</p>}
      {template.cards?.includes("heavy") && <Heavy />}
      <DepthPart world={world} />
      <EntryFiles entry={entry} />
      <OnlyForMe world={world} />
      {!handedIn(entry) && <ThrowAway world={world} />}
      <Finish world={world} onDone={onDone} />
    </div>
  );
}

function nobodyWords(talk: boolean, nobody: boolean): string {
  const words = t().logboek;
  if (talk) return nobody ? words.somebodyTalk : words.nobodyTalk;
  return nobody ? words.somebody : words.nobody;
}

/** Who will read it, by name, beside the one button. Nothing is refused silently: it says what is still needed. */
function Finish({ world, onDone }: FormProps) {
  const words = t().logboek;
  const asked = useSignal(false);
  const ready = canHandIn(world.template, world.entry.fields);
  const again = handedIn(world.entry);
  const finish = () => {
    if (!ready) {
      asked.value = true;
      document.querySelector<HTMLInputElement>(".LogboekEntry .Faces input")?.focus();
    } else if (again) onDone();
    else {
      handIn(world);
      toast(words.handedInNow(words.joined(world.readers)));
    }
  };
  const missing = asked.value && !ready;
  return (
    <ActionBar
      note={
        missing ? (
          <strong class="missing" role="alert">
            {words.handInNeeds}
          </strong>
        ) : (
          <WhoReads world={world} />
        )
      }
    >
      <Button kind="primary" onClick={finish}>
        {again ? words.changed : words.handIn}
      </Button>
    </ActionBar>
  );
}

function WhoReads({ world }: { world: World }) {
  const words = t().logboek;
  return world.readers.length > 0 ? <Readers names={world.readers} /> : <Readers text={words.readersUnknown} />;
}
