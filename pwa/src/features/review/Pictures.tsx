/** Photos and voice notes of the logboek that is open: small at once, themselves when somebody wants them. */
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { filesIn, type NamedFile, thumbOf } from "../../records/files";
import { useOriginal } from "../../store/useOriginal";
import { Button } from "../../ui/Button";
import { Original } from "../../ui/Original";
import { Section } from "../../ui/Section";
import { Sheet } from "../../ui/Sheet";
import { Thumbs } from "../../ui/Thumbs";
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
  const words = t().files;
  const { src, why, again } = useOriginal(record, file);
  const voice = file.what === "voice";
  const text = why ? (voice ? words.whyVoice : words.why)[why] : src ? null : words.fetching;
  return (
    <>
      <Original
        sound={voice}
        src={src}
        thumb={thumbOf(file)}
        alt={file.about || words[file.what]}
        text={text}
        action={(why === "later" || why === "missing") && <Button onClick={again}>{words.again}</Button>}
      />
      {file.about && <p>{file.about}</p>}
    </>
  );
}

function asThumb(file: NamedFile) {
  const words = t().files;
  const long = file.what === "voice" ? lengthOf(file.seconds ?? 0) : undefined;
  const name = long === undefined ? words.open(words[file.what]) : words.listen(words.voice, long);
  return { id: file.key, name: file.about ? `${name}: ${file.about}` : name, src: thumbOf(file), long };
}

function lengthOf(seconds: number): string {
  return t().files.time(Math.floor(seconds / 60), String(Math.floor(seconds) % 60).padStart(2, "0"));
}
