/** Of photos and recordings, what is only on this device: which go by themselves, and which wait for a decision. */
import type { Words } from "../../i18n/t";
import { files, type KeptFile, placeOf } from "../../store/files";

export interface Media {
  going: readonly KeptFile[];
  /** What the server does not want, by the record that it is in. */
  refused: ReadonlyMap<string, readonly KeptFile[]>;
}

export function mediaHere(): Media {
  const all = [...files.value.values()];
  const refused = new Map<string, KeptFile[]>();
  for (const file of all.filter(({ hash }) => placeOf(hash) === "refused"))
    for (const id of file.records) refused.set(id, [...(refused.get(id) ?? []), file]);
  return { going: all.filter(({ hash }) => placeOf(hash) === "here"), refused };
}

/** "1 foto en 2 opnames" */
export function counted(files: readonly Pick<KeptFile, "type">[], words: Words["me"]): string {
  const voices = files.filter(({ type }) => type.startsWith("audio/")).length;
  const photos = files.length - voices;
  return [photos > 0 && words.photos(photos), voices > 0 && words.voices(voices)].filter(Boolean).join(words.and);
}
