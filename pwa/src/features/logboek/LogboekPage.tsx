/** `/logboek/:id`: to fill in while it is one's own, to read once it is handed in. */
import { type Signal, useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/t";
import { handedIn } from "../../records/reading";
import { loaded, one } from "../../store/live";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { PageHead } from "../../ui/PageHead";
import { LogboekEntry } from "./LogboekEntry";
import { LogboekRead } from "./LogboekRead";
import { type World, worldOf } from "./world";

export function Page({ params }: { params: { id: string } }) {
  const changing = useSignal<string | null>(null);
  const entry = one("logboek", params.id).value;
  if (!entry) return loaded.value ? <NotHere /> : null;
  const world = worldOf(entry);
  const reading = handedIn(entry) && changing.value !== entry.id;
  return <Either key={entry.id} world={world} reading={reading} changing={changing} />;
}

/** From filling in to reading and back on the same address: the page begins at its top, like any other. */
function Either({ world, reading, changing }: { world: World; reading: boolean; changing: Signal<string | null> }) {
  const before = useRef(reading);
  useLayoutEffect(() => {
    if (before.current === reading) return;
    before.current = reading;
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [reading]);
  if (reading) {
    return (
      <LogboekRead
        world={world}
        onChange={() => {
          changing.value = world.entry.id;
        }}
      />
    );
  }
  return (
    <LogboekEntry
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
