/** Photos and voice notes of a logboek that is being filled in: what is there, what still waits, and one button for more. */
import "./EntryFiles.css";
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { recordings } from "../../store/files";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { toast } from "../../ui/Toast";
import { AddFile } from "./AddFile";
import { FileStrip } from "./FileStrip";
import { addPhoto, type FileProblem } from "./files";
import { Microphone } from "./Microphone";
import type { RecordProblem } from "./recorder";
import { WaitingRecording } from "./WaitingRecording";
import type { Entry } from "./world";

type State = "quiet" | "asking" | "working" | "recording";

export function EntryFiles({ entry }: { entry: Entry }) {
  const words = t().files;
  const state = useSignal<State>("quiet");
  const problem = useSignal<FileProblem | RecordProblem | null>(null);
  const quiet = (trouble?: FileProblem | RecordProblem | null) => {
    state.value = "quiet";
    problem.value = trouble ?? null;
  };
  const take = async (picked: File) => {
    state.value = "working";
    quiet(await addPhoto(entry.id, picked));
    if (!problem.value) toast(words.added);
  };
  const waiting = recordings.value.filter(({ record }) => record === entry.id);
  return (
    <div class="EntryFiles">
      <FileStrip entry={entry} mine />
      {waiting.map((one) => (
        <WaitingRecording key={one.id} recording={one} />
      ))}
      {problem.value && <Notice kind="alert" text={words.problem[problem.value]} onClose={() => quiet()} />}
      {state.value === "recording" ? (
        <Microphone entry={entry.id} onDone={quiet} />
      ) : (
        <Add working={state.value === "working"} onClick={() => (state.value = "asking")} />
      )}
      <AddFile
        open={state.value === "asking"}
        onClose={() => state.value === "asking" && quiet()}
        onPhoto={(picked) => void take(picked)}
        onRecord={() => (state.value = "recording")}
      />
    </div>
  );
}

function Add({ working, onClick }: { working: boolean; onClick: () => void }) {
  const words = t().files;
  return (
    <div class="add" role="status">
      {working ? (
        <p>{words.adding}</p>
      ) : (
        <Button kind="plain" icon="camera" onClick={onClick}>
          {words.add}
        </Button>
      )}
    </div>
  );
}
