/** One thing that did not arrive: what it was, why, its words, and what one can do with them. */
import { capital, longDayTime } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { thumbOf } from "../../records/files";
import { isKind } from "../../records/kinds";
import { me } from "../../store/me";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { copied } from "../../ui/copy";
import { FileLine } from "../../ui/FileLine";
import { go } from "../../ui/go";
import { toast } from "../../ui/Toast";
import { canAgain, putAgain, textOf, type Undelivered } from "./held";
import { canGoBack, type Where, whereOf } from "./where";

export interface HeldCardProps {
  entry: Undelivered;
  onDiscard: () => void;
}

export function HeldCard({ entry, onDiscard }: HeldCardProps) {
  const words = t().held;
  return (
    <Card label={capital(longDayTime(entry.at))} title={titleOf(entry)} text={words.reason[entry.reason]}>
      <Belonged where={whereOf(entry)} />
      {entry.texts.map(({ key, text }) => (
        <blockquote key={key + text}>
          {entry.texts.length > 1 && <small>{fieldName(key)}</small>}
          {text}
        </blockquote>
      ))}
      {entry.files.map((file) => (
        <FileLine
          key={file.hash}
          src={thumbOf(file)}
          sound={file.what === "voice"}
          text={file.about || t().files[file.what]}
        />
      ))}
      <p class="quiet">{rest(entry)}</p>
      <div class="acts">
        {canGoBack(entry) ? (
          <Button icon="undo" href={`/versies/${entry.kind}/${entry.id}`}>
            {words.putBack}
          </Button>
        ) : (
          <Again entry={entry} />
        )}
        {entry.texts.length > 0 && (
          <Button icon="copy" onClick={() => void copy(entry)}>
            {words.copy}
          </Button>
        )}
        <Button kind="plain" icon="bin" onClick={onDiscard}>
          {words.discard}
        </Button>
      </div>
    </Card>
  );
}

function Again({ entry }: { entry: Undelivered }) {
  const words = t().held;
  const mine = me.value;
  if (!mine || !canAgain(entry, mine)) return null;
  const again = async () => {
    go(await putAgain(entry, mine));
    toast(words.againDone);
  };
  return (
    <Button icon="pencil" onClick={() => void again()}>
      {words.again[entry.kind as keyof typeof words.again]}
    </Button>
  );
}

/** It belonged to something that may still be here to look at. */
function Belonged({ where }: { where: Where | undefined }) {
  if (!where) return null;
  const { text, href } = where;
  return (
    <p class="quiet">
      {t().held.belonged} {href ? <a href={href}>{text}</a> : text}
    </p>
  );
}

async function copy(entry: Undelivered): Promise<void> {
  const words = t().held;
  toast((await copied(textOf(entry))) ? words.copied : words.copyFailed);
}

function rest(entry: Undelivered): string {
  const words = t().held;
  if (entry.deleted) return words.removed;
  const none = entry.texts.length + entry.files.length === 0 ? [words.noWords] : [];
  const here = entry.drafts.some((draft) => draft.here) ? [words.onlyHere] : [];
  return [...none, ...(entry.taps > 0 ? [words.moreAnswers(entry.taps)] : []), ...here].join(" ");
}

function titleOf({ kind, count }: Undelivered): string {
  const name = capital(isKind(kind) ? t().records[kind] : kind);
  return count > 1 ? `${name} · ${t().held.times(count)}` : name;
}

function fieldName(key: string): string {
  const fields: Partial<Record<string, string>> = t().versions.field;
  return fields[key] ?? t().versions.otherField;
}
