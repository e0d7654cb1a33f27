/** What stands around one logboek: the version before it, the sessions before it, who was there. Pure. */
import { handedIn, versionsOf } from "../../records/reading";
import type { Logboek } from "./review";

/** The version before this one, if it follows another. */
export function versionBefore<L extends Logboek>(entry: L, all: readonly L[]): L | undefined {
  const versions = versionsOf(entry, all);
  return versions[versions.findIndex(({ id }) => id === entry.id) - 1];
}

/** How the last sessions of the same community went, oldest first, this one at the end. */
export function lastMoods(entry: Logboek, all: readonly Logboek[], count = 6): number[] {
  const before = all.filter(
    (one) =>
      handedIn(one) &&
      one.fields.community === entry.fields.community &&
      one.fields.mood !== undefined &&
      (one.id === entry.id || dayKey(one) < dayKey(entry)),
  );
  const own = before.filter((one) => one.id === entry.id || one.id !== entry.fields.version_of);
  return own
    .sort((a, b) => dayKey(a).localeCompare(dayKey(b)))
    .slice(-count)
    .map(({ fields }) => fields.mood ?? 0);
}

/** "6 van 8", from what was noted; nothing when nothing was. */
export function presentOf(
  noted: ReadonlyMap<string, readonly { fields: { state?: string } }[]>,
  session: string | undefined,
): { there: number; all: number } | undefined {
  const here = session ? noted.get(session) : undefined;
  return here && { there: here.filter(({ fields }) => fields.state !== "absent").length, all: here.length };
}

const dayKey = ({ id, fields }: Logboek) => `${fields.on ?? ""}${id}`;
