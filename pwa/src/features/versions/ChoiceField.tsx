/** One question with its versions side by side, and below them both together, to be written on where it is text. */
import "./ChoiceField.css";
import { useId, useMemo } from "preact/hooks";
import { dayTime } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { nameOf } from "../../records/people";
import { draftField } from "../../store/drafts";
import type { Shown } from "../../store/live";
import { me } from "../../store/me";
import { Choice } from "../../ui/Choice";
import { Field } from "../../ui/Field";
import { Icon } from "../../ui/Icon";
import { askOf, type Reading, textOf } from "./shownValue";
import type { Choice as Asked, Picked, Version } from "./versions";

export interface ChoiceFieldProps {
  choice: Asked;
  picked: Picked;
  onPick: (picked: Picked) => void;
  record: Shown;
  reading: Reading;
}

export function ChoiceField({ choice, picked, onPick, record, reading }: ChoiceFieldProps) {
  const words = t().versions;
  const group = useId();
  const { key, versions, both } = choice;
  const text = (value: unknown) => textOf(key, value, reading);
  return (
    <div class="ChoiceField" role="radiogroup" aria-labelledby={group}>
      <h2 id={group}>{askOf(key, reading)}</h2>
      <div class="sides">
        {versions.map(
          (version, index) =>
            !(index === 0 && choice.joined) && (
              <Option
                key={index === 0 ? "now" : `${version.author}${version.at}${index}`}
                group={group}
                on={"version" in picked && picked.version === index}
                onPick={() => onPick({ version: index })}
                label={index === 0 ? words.now : version.author === myself() ? words.mine : words.other}
                sub={signed(version, reading)}
                text={text(version.value)}
              />
            ),
        )}
      </div>
      {both !== undefined && (
        <Option
          group={group}
          on={"both" in picked}
          onPick={() => onPick({ both })}
          label={words.both}
          sub={[choice.joined && `${words.now}.`, typeof both === "string" ? words.bothHint : words.bothList]
            .filter(Boolean)
            .join(" ")}
          text={typeof both === "string" && "both" in picked ? "" : text(both)}
        />
      )}
      {"both" in picked && typeof picked.both === "string" && (
        <Combined record={record} choice={choice} text={picked.both} onPick={onPick} />
      )}
    </div>
  );
}

interface OptionProps {
  group: string;
  on: boolean;
  onPick: () => void;
  label: string;
  sub: string;
  text: string;
}

function Option({ group, on, onPick, label, sub, text }: OptionProps) {
  const words = t().versions;
  return (
    <Choice look="card" group={group} on={on} choose={onPick}>
      <span class="head">
        <span>
          <strong>{label}</strong>
          {sub && <small>{sub}</small>}
        </span>
        {on && <Icon name="check" />}
      </span>
      {label !== words.both || text ? <span class="text">{text || <em>{words.empty}</em>}</span> : null}
    </Choice>
  );
}

interface CombinedProps {
  record: Shown;
  choice: Asked;
  text: string;
  onPick: (picked: Picked) => void;
}

/** Kept while it is typed, like every other text: as a draft of the field itself. */
function Combined({ record, choice, text, onPick }: CombinedProps) {
  const draft = useMemo(() => draftField(record.kind, record.id, choice.key), [record.kind, record.id, choice.key]);
  const write = (typed: string) => {
    draft.input(typed);
    onPick({ both: typed });
  };
  return <Field kind="words" label={t().versions.bothWords} labelHidden value={text} rows={4} onInput={write} />;
}

function signed({ author, at }: Version, { people, words }: Reading): string {
  const name = author === myself() ? words.youCapital : author && (nameOf(people, author) ?? words.someone);
  const when = at && dayTime(at);
  return name && when ? words.byAt(name, when) : (name ?? when ?? "");
}

const myself = (): string => me.value?.person.id ?? "";
