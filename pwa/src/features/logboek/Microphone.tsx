/** Recording one's voice: first who will be heard, then start, pause, done. What is said is on the disk while it is said. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/t";
import type { Consent } from "../../records/files";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Chips } from "../../ui/Chips";
import { lengthOf } from "../../ui/fileWords";
import { toast } from "../../ui/Toast";
import { type FileProblem, keepRecording } from "./files";
import { type Recorder, type RecordProblem, record, recording } from "./recorder";

export interface MicrophoneProps {
  entry: string;
  onDone: (problem?: FileProblem | RecordProblem | null) => void;
}

export function Microphone({ entry, onDone }: MicrophoneProps) {
  const consent = useSignal<Consent | null>(null);
  const recorder = useRef<Recorder | null>(null);
  // Who leaves the page stops it; what there is waits, and is offered.
  useEffect(() => () => void recorder.current?.stop(), []);
  const finish = async (why: RecordProblem | null = null) => {
    const running = recorder.current;
    recorder.current = null;
    if (!running) return;
    const done = await running.stop();
    const problem = why ?? (done.slices > 0 ? await keepRecording(done) : undefined);
    if (!problem && done.slices > 0) toast(t().files.recorded);
    onDone(problem);
  };
  const start = async (agreed: Consent) => {
    const begun = await record(entry, agreed, (why) => void finish(why));
    if (typeof begun === "string") return onDone(begun);
    recorder.current = begun;
  };
  return (
    <Card>
      {recording.value ? (
        <Running {...recording.value} recorder={recorder.current} onReady={() => void finish()} />
      ) : (
        <Asking consent={consent} onStart={(agreed) => void start(agreed)} onCancel={() => onDone()} />
      )}
    </Card>
  );
}

interface AskingProps {
  consent: { value: Consent | null };
  onStart: (agreed: Consent) => void;
  onCancel: () => void;
}

function Asking({ consent, onStart, onCancel }: AskingProps) {
  const words = t().files;
  const agreed = consent.value;
  return (
    <>
      <Chips
        kind="one"
        label={words.consentAsk}
        options={[
          { id: "self", label: words.consent.self },
          { id: "written", label: words.consent.written },
        ]}
        value={agreed}
        onChange={(id) => {
          consent.value = id === "self" || id === "written" ? id : null;
        }}
      />
      <p>{agreed ? words.most : words.consentNeeded}</p>
      <div class="acts">
        <Button icon="mic" disabled={!agreed} onClick={() => agreed && onStart(agreed)}>
          {words.start}
        </Button>
        <Button kind="plain" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </>
  );
}

interface RunningProps {
  length: number;
  runs: boolean;
  recorder: Recorder | null;
  onReady: () => void;
}

function Running({ length, runs, recorder, onReady }: RunningProps) {
  const words = t().files;
  return (
    <>
      <p role="status">{runs ? words.recording : words.paused}</p>
      <p class="length" role="timer">
        {lengthOf(length / 1_000, words)}
      </p>
      <div class="acts">
        <Button kind="warm" icon="check" onClick={onReady}>
          {words.ready}
        </Button>
        <Button onClick={() => (runs ? recorder?.pause() : recorder?.goOn())}>{runs ? words.pause : words.goOn}</Button>
      </div>
    </>
  );
}
