/** What its writer can still do: change it or take it back, until it is marked done; after that, a new version. */
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { mine, versionsOf } from "../../records/reading";
import { all } from "../../store/live";
import { ActionBar } from "../../ui/ActionBar";
import { Button } from "../../ui/Button";
import { go } from "../../ui/go";
import { Sheet } from "../../ui/Sheet";
import { toast } from "../../ui/Toast";
import { myself, newVersion, takeBack } from "./logboek";
import type { World } from "./world";

export interface ActionsProps {
  world: World;
  done: boolean;
  onChange: () => void;
}

export function ReadActions({ world, done, onChange }: ActionsProps) {
  if (!mine(world.entry, myself())) return null;
  return done ? <NewVersion world={world} /> : <ChangeIt world={world} onChange={onChange} />;
}

function NewVersion({ world: { entry } }: { world: World }) {
  const words = t().logboek;
  const newest = versionsOf(entry, all("logboek").value).at(-1);
  if (newest && newest.id !== entry.id) return null;
  return (
    <ActionBar note={words.newVersionText}>
      <Button icon="copy" onClick={() => go(`/logboek/${newVersion(entry)}`)}>
        {words.newVersion}
      </Button>
    </ActionBar>
  );
}

function ChangeIt({ world, onChange }: { world: World; onChange: () => void }) {
  const words = t().logboek;
  return (
    <ActionBar note={words.handInBelow}>
      {world.entry.author === myself() && <TakeBack world={world} />}
      <Button icon="pencil" onClick={onChange}>
        {words.change}
      </Button>
    </ActionBar>
  );
}

function TakeBack({ world }: { world: World }) {
  const words = t().logboek;
  const open = useSignal(false);
  const close = () => {
    open.value = false;
  };
  const back = () => {
    close();
    takeBack(world.entry);
    toast(words.takenBack);
  };
  return (
    <>
      <Button
        kind="plain"
        onClick={() => {
          open.value = true;
        }}
      >
        {words.takeBack}
      </Button>
      <Sheet
        open={open.value}
        title={words.takeBackAsk}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{words.cancel}</Button>
            <Button kind="warm" onClick={back}>
              {words.takeBack}
            </Button>
          </>
        }
      >
        <p>{words.takeBackText}</p>
      </Sheet>
    </>
  );
}
