/** A choice that is half made, kept like keystrokes: beside the record, until it is made. */
import { useMemo } from "preact/hooks";
import type { Kind } from "../../records/kinds";
import { discardDrafts, draftField } from "../../store/drafts";
import type { Shown } from "../../store/live";
import { firstPicks, halfway, type Picked, wholeAgain } from "./picks";
import type { Choice } from "./versions";

type Picks = Readonly<Record<string, Picked>>;

interface Halfway {
  picks: Picks;
  pick: (key: string, picked: Picked) => void;
  done: () => void;
}

export function useHalfway({ kind, id, rev, siblings }: Shown<Kind>, asked: readonly Choice[]): Halfway {
  const first = useMemo(() => firstPicks(asked), [asked]);
  const ground = [rev, ...siblings.map(({ mid }) => mid)].join(" ");
  const field = (key: string) => draftField(kind, id, `choice.${key}`);
  const kept = asked.flatMap(({ key }) => {
    const picked = wholeAgain(field(key).value.value, ground);
    return picked ? [[key, picked] as const] : [];
  });
  return {
    picks: { ...first, ...Object.fromEntries(kept) },
    pick: (key, picked) => field(key).input(halfway(picked, ground)),
    done: () =>
      discardDrafts(
        id,
        asked.map(({ key }) => `choice.${key}`),
      ),
  };
}
