/** `/versies/:kind/:id`: what was written at the same time, side by side, and what it becomes. Nothing is lost whatever one picks. */
import "./Versions.css";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { isKind } from "../../records/kinds";
import { held } from "../../store/held";
import { joinedIn, type Sides } from "../../store/joined";
import { loaded, one, type Shown } from "../../store/live";
import { me } from "../../store/me";
import { Choosing } from "./Choosing";
import { NothingToChoose } from "./NothingToChoose";
import { revisionsIn, useHistory } from "./useHistory";
import { besides } from "./waiting";

export function Page({ params }: { params: Readonly<Record<string, string>> }) {
  const { kind = "", id = "" } = params;
  const record = isKind(kind) ? one(kind, id).value : undefined;
  if (!record) return loaded.value ? <NothingToChoose kind={kind} id={id} /> : null;
  return <Waiting key={id} record={record} />;
}

function Waiting({ record }: { record: Shown }) {
  const sides = useSides(record);
  // Who wrote what stands there now is known to the server alone; without it the choice is the same, with a name less.
  const history = revisionsIn(useHistory(record.id));
  const waiting = besides(record, held.value, me.value);
  if (!sides) return null; // a blink: it is read from the disk
  if (waiting.length + Object.keys(sides).length === 0) {
    return <NothingToChoose kind={record.kind} id={record.id} record={record} />;
  }
  const key = [...waiting.map(({ mid }) => mid), ...Object.keys(sides)].join();
  return <Choosing key={key} record={record} waiting={waiting} sides={sides} history={history} />;
}

/** What the machine joined, as it was before. */
function useSides({ id, merged }: Shown): Sides | undefined {
  const sides = useSignal<Sides | undefined>(undefined);
  useEffect(() => {
    joinedIn(id).then(
      (found) => {
        sides.value = found;
      },
      () => {
        sides.value = {}; // the disk fails and says so elsewhere; what waits beside the record can be chosen all the same
      },
    );
  }, [id, merged, sides]);
  return sides.value;
}
