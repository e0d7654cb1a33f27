/** `/opnames`: recordings that were cut off and wait for a decision, wherever their logboek is now. */
import "./EntryFiles.css";
import { t } from "../../i18n/t";
import { recordings } from "../../store/files";
import { all } from "../../store/live";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { PageHead } from "../../ui/PageHead";
import { WaitingRecording } from "./WaitingRecording";

export function Page() {
  const words = t().files;
  all("logboek").value; // so that each can say whether its logboek is still here
  return (
    <>
      <PageHead title={t().shell.titles.recordings} back="/" section={t().shell.tabs.today} />
      <div class="EntryFiles">
        {recordings.value.map((one) => (
          <WaitingRecording key={one.id} recording={one} />
        ))}
      </div>
      {recordings.value.length === 0 && (
        <Empty
          icon="mic"
          title={words.waitingNone}
          text={words.waitingNoneText}
          action={<Button href="/">{t().shell.tabs.today}</Button>}
        />
      )}
    </>
  );
}
