/** Photos and voice notes of the logboek that is open: small at once, themselves when somebody wants them. */
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { filesIn, type NamedFile, thumbOf } from "../../records/files";
import { useOriginal } from "../../store/useOriginal";
import { FileOriginal } from "../../ui/FileOriginal";
import { calledOf } from "../../ui/fileWords";
import { Section } from "../../ui/Section";
import { Sheet } from "../../ui/Sheet";
import { type Thumb, Thumbs } from "../../ui/Thumbs";
import type { Entry } from "./world";

export function Pictures({ entry }: { entry: Entry }) {
  const words = t().files;
  const open = useSignal<string | null>(null);
  const files = filesIn(entry.fields);
  const shown = files.find(({ key }) => key === open.value);
  if (files.length === 0) return null;
  return (
    <Section title={words.title}>
      <Thumbs label={words.title} thumbs={files.map(asThumb)} onOpen={(key) => (open.value = key)} />
      <Sheet open={shown !== undefined} title={shown ? words[shown.what] : ""} onClose={() => (open.value = null)}>
        {shown && <Open key={shown.key} record={entry.id} file={shown} />}
      </Sheet>
    </Section>
  );
}

function Open({ record, file }: { record: string; file: NamedFile }) {
  const looked = useOriginal(record, file);
  return (
    <>
      <FileOriginal file={file} thumb={thumbOf(file)} looked={looked} words={t().files} />
      {file.about && <p>{file.about}</p>}
    </>
  );
}

function asThumb(file: NamedFile): Thumb {
  return { id: file.key, src: thumbOf(file), ...calledOf(file, t().files) };
}
