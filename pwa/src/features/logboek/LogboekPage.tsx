/** `/logboek/:id`: to fill in while it is one's own, to read once it is handed in. */
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { handedIn } from "../../records/reading";
import { loaded, one } from "../../store/live";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { PageHead } from "../../ui/PageHead";
import { LogboekEntry } from "./LogboekEntry";
import { LogboekRead } from "./LogboekRead";
import { worldOf } from "./world";

export function Page({ params }: { params: { id: string } }) {
  const changing = useSignal<string | null>(null);
  const entry = one("logboek", params.id).value;
  if (!entry) return loaded.value ? <NotHere /> : null;
  const world = worldOf(entry);
  if (handedIn(entry) && changing.value !== entry.id) {
    return (
      <LogboekRead
        world={world}
        onChange={() => {
          changing.value = entry.id;
        }}
      />
    );
  }
  return (
    <LogboekEntry
      key={entry.id}
      world={world}
      onDone={() => {
        changing.value = null;
      }}
    />
  );
}

/** A link to a logboek that is not on this phone: thrown away, taken back, or somebody else's. */
function NotHere() {
  const words = t().logboek;
  return (
    <>
      <PageHead title={words.title} back="/logboek" />
      <Empty
        icon="logbook"
        title={words.gone}
        text={words.goneText}
        action={<Button href="/logboek">{words.toList}</Button>}
      />
    </>
  );
}
