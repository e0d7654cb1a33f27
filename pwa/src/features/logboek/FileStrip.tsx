/** The photos and voice notes of a logboek, small; each opens in a sheet. To its writer each says where it is. */
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { filesIn, type NamedFile, thumbOf } from "../../records/files";
import { placeOf } from "../../store/files";
import { calledOf } from "../../ui/fileWords";
import { type Thumb, Thumbs } from "../../ui/Thumbs";
import { FileSheet } from "./FileSheet";
import type { Entry } from "./world";

export interface FileStripProps {
  entry: Entry;
  /** They may be taken out and described here. */
  mine?: boolean;
}

export function FileStrip({ entry, mine = false }: FileStripProps) {
  const open = useSignal<string | null>(null);
  const files = filesIn(entry.fields);
  const close = () => {
    open.value = null;
  };
  const shown = files.find(({ key }) => key === open.value);
  return (
    <>
      {files.length > 0 && (
        <Thumbs label={t().files.title} thumbs={files.map(asThumb)} onOpen={(key) => (open.value = key)} />
      )}
      <FileSheet key={shown?.key ?? ""} entry={entry} file={shown} mine={mine} onClose={close} />
    </>
  );
}

function asThumb(file: NamedFile): Thumb {
  return { id: file.key, src: thumbOf(file), mark: markOf(file), ...calledOf(file, t().files) };
}

function markOf({ hash }: NamedFile): Thumb["mark"] {
  const place = placeOf(hash);
  return place === "refused" ? { place: "here", text: t().files.refusedShort } : { place };
}
