/** A recording that was cut off: to listen to, to put with its logboek, or to throw away. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { longDayTime } from "../../i18n/dates";
import { t } from "../../i18n/t";
import type { Recording } from "../../store/files";
import { one } from "../../store/live";
import { recorded } from "../../store/recordings";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { download } from "../../ui/download";
import { lengthOf } from "../../ui/fileWords";
import { Original } from "../../ui/Original";
import { Sheet } from "../../ui/Sheet";
import { toast } from "../../ui/Toast";
import { nameFor } from "./fileNames";
import { settleWaiting } from "./files";

export function WaitingRecording({ recording }: { recording: Recording }) {
  const words = t().files;
  const sure = useSignal(false);
  const heard = useSound(recording);
  const there = one("logboek", recording.record).value !== undefined;
  const long = lengthOf(recording.seconds, words);
  const act = async (what: "keep" | "throwAway") => {
    sure.value = false;
    const done = await settleWaiting(recording, what);
    if (done === false) toast(words.elsewhere);
    else if (done !== true) toast(words.problem[done]);
    else if (what === "keep") toast(words.recorded);
  };
  return (
    <>
      <Card
        kind="warm"
        title={words.waiting}
        text={(there ? words.waitingText : words.waitingGone)(longDayTime(recording.at), long)}
      >
        <Original sound src={heard.value?.src ?? null} thumb="" alt={words.voice} text={null} />
        <div class="acts">
          {there ? (
            <Button icon="check" onClick={() => void act("keep")}>
              {words.keep}
            </Button>
          ) : (
            <Button icon="download" onClick={() => heard.value && download(nameFor(recording), heard.value.blob)}>
              {words.copy}
            </Button>
          )}
          <Button kind="plain" icon="bin" onClick={() => (sure.value = true)}>
            {words.throwAway}
          </Button>
        </div>
      </Card>
      <Sheet
        open={sure.value}
        title={words.throwAwayAsk}
        onClose={() => (sure.value = false)}
        actions={
          <>
            <Button onClick={() => (sure.value = false)}>{words.back}</Button>
            <Button kind="alert" icon="bin" onClick={() => void act("throwAway")}>
              {words.throwAway}
            </Button>
          </>
        }
      >
        <p>{words.throwAwayText}</p>
      </Sheet>
    </>
  );
}

function useSound({ id, type }: Recording) {
  const heard = useSignal<{ src: string; blob: Blob } | null>(null);
  useEffect(() => {
    let over = false;
    recorded(id).then((data) => {
      const blob = new Blob([data], { type });
      if (!over) heard.value = { src: URL.createObjectURL(blob), blob };
    });
    return () => {
      over = true;
      if (heard.peek()) URL.revokeObjectURL(heard.peek()?.src ?? "");
    };
  }, [id]);
  return heard;
}
