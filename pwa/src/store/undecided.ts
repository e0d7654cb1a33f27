/** Records that wait for this person: two versions to choose from, or a join of the machine's to look at. For the badge. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { draftsOf, isBeside, memory } from "./memory";
import { shownNow } from "./shown";

/** By id, of which kind each is. */
const waiting = signal<ReadonlyMap<string, string>>(new Map());

export const undecided: ReadonlySignal<ReadonlyMap<string, string>> = waiting;

/** These records changed. */
export function lookForTwo(changed: Iterable<string>): void {
  const before = waiting.peek();
  const now = new Map(before);
  for (const id of changed) {
    const kind = waits(id);
    if (kind) now.set(id, kind);
    else now.delete(id);
  }
  if (now.size !== before.size || [...now.keys()].some((id) => !before.has(id))) waiting.value = now;
}

/** Its kind. Whoever wrote one of the versions chooses; others who read it are not asked. */
function waits(id: string): string | undefined {
  const { confirmed, meta, person } = memory();
  const row = confirmed.get(id);
  // Begun to choose, and the record left meanwhile: what was typed is still to be found.
  if (!row) return draftsOf(id).find(({ key }) => isBeside(key))?.kind;
  if (row.siblings.length === 0 && !meta?.joined?.includes(id)) return undefined;
  const shown = shownNow(id);
  const asked = shown && (shown.merged || shown.siblings.some(({ author }) => [author, shown.author].includes(person)));
  return asked ? row.kind : undefined;
}
