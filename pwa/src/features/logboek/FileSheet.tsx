/** One photo or voice note, as large as the screen allows: what it is in words, where it is, and what can be done with it. */
import { t } from "../../i18n/t";
import { type NamedFile, thumbOf } from "../../records/files";
import { detach, tryAgain } from "../../store/attach";
import { files, placeOf } from "../../store/files";
import { useOriginal } from "../../store/useOriginal";
import { Button } from "../../ui/Button";
import { download } from "../../ui/download";
import { FileOriginal } from "../../ui/FileOriginal";
import { Mark } from "../../ui/Mark";
import { Notice } from "../../ui/Notice";
import { Sheet } from "../../ui/Sheet";
import { toast } from "../../ui/Toast";
import { AboutFile } from "./AboutFile";
import { nameFor } from "./fileNames";
import type { Entry } from "./world";

interface SheetProps {
  entry: Entry;
  file: NamedFile | undefined;
  mine: boolean;
  onClose: () => void;
}

export function FileSheet({ entry, file, mine, onClose }: SheetProps) {
  return (
    <Sheet open={file !== undefined} title={file ? t().files[file.what] : ""} onClose={onClose}>
      {file && <Inside entry={entry} file={file} mine={mine} onClose={onClose} />}
    </Sheet>
  );
}

function Inside({ entry, file, mine, onClose }: SheetProps & { file: NamedFile }) {
  const looked = useOriginal(entry.id, file);
  return (
    <>
      <FileOriginal file={file} thumb={thumbOf(file)} looked={looked} words={t().files} />
      <Where file={file} />
      {mine ? <AboutFile entry={entry.id} file={file} /> : file.about && <p>{file.about}</p>}
      <footer>
        {looked.data && <Copy file={file} data={looked.data} />}
        {mine && <Remove entry={entry} file={file} onClose={onClose} />}
      </footer>
    </>
  );
}

function Copy({ file, data }: { file: NamedFile; data: ArrayBuffer }) {
  return (
    <Button icon="download" onClick={() => download(nameFor(file), new Blob([data], { type: file.type }))}>
      {t().files.copy}
    </Button>
  );
}

function Remove({ entry, file, onClose }: { entry: Entry; file: NamedFile; onClose: () => void }) {
  const words = t().files;
  const remove = () => {
    onClose();
    const putBack = detach("logboek", entry.id, file);
    toast(words.removed(words[file.what]), { label: words.undo, act: putBack });
  };
  return (
    <Button kind="plain" icon="bin" onClick={remove}>
      {words.remove}
    </Button>
  );
}

function Where({ file: { hash } }: { file: NamedFile }) {
  const words = t().files;
  const place = placeOf(hash);
  if (place !== "refused") return <Mark place={place} />;
  const code = files.value.get(hash)?.refused;
  const reason = code === "quota" || code === "too_large" ? code : "other";
  const again = <Button onClick={() => void tryAgain(hash)}>{words.tryAgain}</Button>;
  return <Notice kind="warm" text={words.refused[reason]} action={again} />;
}
