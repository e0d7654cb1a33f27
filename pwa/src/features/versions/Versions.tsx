/** `/versies/:kind/:id`: what was written at the same time, side by side, and what it becomes. Nothing is lost whatever one picks. */
import "./Versions.css";
import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { capital } from "../../i18n/dates";
import { language } from "../../i18n/language";
import { t } from "../../i18n/t";
import { api } from "../../net/api";
import { failed } from "../../net/failure";
import type { HistoryAnswer } from "../../records/account";
import { isKind, type Kind } from "../../records/kinds";
import { nameOf } from "../../records/people";
import { templateOf } from "../../records/templates";
import { all, loaded, one, type Shown } from "../../store/live";
import { me } from "../../store/me";
import { proposal } from "../../store/proposal";
import { choose } from "../../store/write";
import { ActionBar } from "../../ui/ActionBar";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { go } from "../../ui/go";
import { PageHead } from "../../ui/PageHead";
import { toast } from "../../ui/Toast";
import { ChoiceField } from "./ChoiceField";
import { pathOf } from "./paths";
import type { Reading } from "./shownValue";
import { type Choice, choices, firstPicks, others, outcome, type Picked } from "./versions";

export function Page({ params }: { params: Readonly<Record<string, string>> }) {
  const { kind = "", id = "" } = params;
  const record = isKind(kind) ? one(kind, id).value : undefined;
  if (record && record.siblings.length > 0) return <Choosing key={midsOf(record).join()} record={record} />;
  return loaded.value ? <Nothing record={record} /> : null;
}

/** Settled already, perhaps on another device; or no longer here at all. */
function Nothing({ record }: { record: Shown | undefined }) {
  const words = t().versions;
  const there = record && pathOf(record);
  const title = record ? words.leftTitle : words.goneTitle;
  const text = record ? words.leftText : words.goneText;
  return (
    <div class="Versions">
      <PageHead title={words.title} back={there ?? "/"} />
      <Empty
        icon={record ? "circleCheck" : "search"}
        title={title}
        text={text}
        action={<Button href={there ?? "/"}>{there ? words.open : words.toToday}</Button>}
      />
    </div>
  );
}

function Choosing({ record }: { record: Shown }) {
  const words = t().versions;
  const history = useHistory(record.id);
  // Taken once: what is typed below is a change of this very record, and must not move what is compared.
  const first = useRef(record).current;
  const asked = useMemo(() => choices(first, proposal, history), [first, history]);
  const picks = useSignal<Record<string, Picked>>(firstPicks(asked));
  const pick = (key: string, picked: Picked) => {
    picks.value = { ...picks.value, [key]: picked };
  };
  const keep = () => {
    choose(record.kind, record.id, outcome(asked, picks.value), midsOf(record));
    toast(words.kept);
    go(pathOf(record) ?? "/", { replace: true });
  };
  const reading = readingOf(record);
  return (
    <div class="Versions">
      <PageHead
        title={words.title}
        sub={whoWrote(asked)}
        back={pathOf(record) ?? "/"}
        section={capital(t().records[record.kind])}
      />
      {asked.map((choice) => (
        <ChoiceField
          key={choice.key}
          choice={choice}
          picked={picks.value[choice.key] ?? { version: 0 }}
          onPick={(picked) => pick(choice.key, picked)}
          record={record}
          reading={reading}
        />
      ))}
      <ActionBar>
        <Button kind="primary" icon="check" onClick={keep}>
          {words.keep}
        </Button>
      </ActionBar>
    </div>
  );
}

function whoWrote(asked: readonly Choice[]): string {
  const words = t().versions;
  const [other] = others(asked, me.value?.person.id ?? "");
  return other ? words.withOther(nameOf(all("person").value, other) ?? words.someone) : words.withSelf;
}

function readingOf(record: Shown): Reading {
  const { template, template_version } = record.fields as { template?: string; template_version?: number };
  return {
    kind: record.kind,
    template:
      record.kind === "logboek"
        ? templateOf(
            { ...(template && { template }), ...(template_version && { template_version }) },
            all("template").value,
          )
        : undefined,
    people: all("person").value,
    words: t().versions,
    language: language.value,
  };
}

/** Who wrote what stands there now is known to the server alone; without it the choice is the same, with a name less. */
function useHistory(id: string): HistoryAnswer["revisions"] {
  const history = useSignal<HistoryAnswer["revisions"]>([]);
  useEffect(() => {
    api.history(id).then((answer) => {
      if (!failed(answer)) history.value = answer.revisions;
    });
  }, [id, history]);
  return history.value;
}

function midsOf({ siblings }: Shown<Kind>): string[] {
  return siblings.map(({ mid }) => mid);
}
