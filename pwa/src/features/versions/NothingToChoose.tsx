/** Settled already, perhaps on another device; or no longer here at all. What was half made is still here to copy. */
import { useEffect } from "preact/hooks";
import { capital } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { isKind } from "../../records/kinds";
import { pathOf } from "../../records/paths";
import { dropBeside, keptBeside } from "../../store/beside";
import { lookedAt } from "../../store/joined";
import type { Shown } from "../../store/live";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { copied } from "../../ui/copy";
import { Empty } from "../../ui/Empty";
import { go } from "../../ui/go";
import { PageHead } from "../../ui/PageHead";
import { toast } from "../../ui/Toast";
import { textIn } from "./picks";

export interface NothingProps {
  kind: string;
  id: string;
  record?: Shown;
}

export function NothingToChoose({ kind, id, record }: NothingProps) {
  const words = t().versions;
  const there = record && pathOf(record);
  const texts = keptBeside(id).flatMap(({ text }) => textIn(text) || []);
  useEffect(() => lookedAt(id), [id]); // what was joined longer ago than the sent-box reaches back
  return (
    <div class="Versions">
      <PageHead title={words.title} back={there ?? "/versies"} />
      {texts.length > 0 ? <HalfMade kind={kind} id={id} texts={texts} /> : <Settled there={there} gone={!record} />}
    </div>
  );
}

function Settled({ there, gone }: { there: string | undefined; gone: boolean }) {
  const words = t().versions;
  return (
    <Empty
      icon={gone ? "search" : "circleCheck"}
      title={gone ? words.goneTitle : words.leftTitle}
      text={gone ? words.goneText : words.leftText}
      action={<Button href={there ?? "/"}>{there ? words.open : words.toToday}</Button>}
    />
  );
}

/** Somebody was joining two versions, and then there was nothing left to join. */
function HalfMade({ kind, id, texts }: { kind: string; id: string; texts: readonly string[] }) {
  const words = t().versions;
  const copy = async () => toast((await copied(texts.join("\n\n"))) ? t().held.copied : t().held.copyFailed);
  const away = () => {
    dropBeside(id);
    toast(t().held.discarded);
    go("/versies", { replace: true });
  };
  return (
    <Card label={isKind(kind) && capital(t().records[kind])} title={words.halfMade} text={words.halfMadeText}>
      {texts.map((text) => (
        <blockquote key={text}>{text}</blockquote>
      ))}
      <div class="acts">
        <Button icon="copy" onClick={() => void copy()}>
          {t().held.copy}
        </Button>
        <Button kind="plain" icon="bin" onClick={away}>
          {t().held.discard}
        </Button>
      </div>
    </Card>
  );
}
