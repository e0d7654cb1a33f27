/** One question with its versions side by side, what differs marked, and below them both together. */
import "./ChoiceField.css";
import type { ComponentChildren } from "preact";
import { useId, useMemo } from "preact/hooks";
import { dayTime } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { fileIn, thumbOf } from "../../records/files";
import { nameOf } from "../../records/people";
import { me } from "../../store/me";
import { Choice } from "../../ui/Choice";
import { FileLine } from "../../ui/FileLine";
import { Icon } from "../../ui/Icon";
import { Marked, type Side } from "./Marked";
import { type Picked, runsOf } from "./picks";
import { askOf, isProse, type Reading, textOf } from "./shownValue";
import { Together } from "./Together";
import type { Choice as Asked, Version } from "./versions";

export interface ChoiceFieldProps {
  choice: Asked;
  picked: Picked;
  onPick: (picked: Picked) => void;
  reading: Reading;
}

export function ChoiceField({ choice, picked, onPick, reading }: ChoiceFieldProps) {
  const words = t().versions;
  const group = useId();
  const { key, versions, both, joined, two } = choice;
  const runs = useMemo(() => runsOf(choice), [choice]);
  const read = (value: unknown): ComponentChildren => {
    const file = fileIn(key, value);
    if (file) {
      return <FileLine src={thumbOf(file)} sound={file.what === "voice"} text={textOf(key, value, reading)} />;
    }
    const side = isProse(key, value, reading) ? sideOf(value, two) : undefined;
    return side ? <Marked runs={runs} side={side} /> : textOf(key, value, reading);
  };
  const names = { theirs: nameFor(two?.theirs, choice, reading), mine: nameFor(two?.mine, choice, reading) };
  return (
    <div class="ChoiceField" role="radiogroup" aria-labelledby={group}>
      <h2 id={group}>{askOf(key, reading)}</h2>
      <div class="sides">
        {versions.map(
          (version, index) =>
            !(index === 0 && joined) && (
              <Option
                key={index === 0 ? "now" : `${version.author}${version.at}${index}`}
                group={group}
                on={"version" in picked && picked.version === index}
                onPick={() => onPick({ version: index })}
                label={labelOf(choice, index)}
                sub={signed(version, reading)}
              >
                {read(version.value) || <em>{words.empty}</em>}
              </Option>
            ),
        )}
      </div>
      {both !== undefined && (
        <Option
          group={group}
          on={"both" in picked}
          onPick={() => "both" in picked || onPick({ both })}
          label={words.both}
          sub={joined ? words.bothNow : words.bothHint}
        >
          {typeof both !== "string" && textOf(key, both, reading)}
        </Option>
      )}
      {"both" in picked && typeof both === "string" && (
        <Together choice={choice} picked={picked} onPick={onPick} names={names} />
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
  children?: ComponentChildren;
}

function Option({ group, on, onPick, label, sub, children }: OptionProps) {
  return (
    <Choice look="card" group={group} on={on} choose={onPick}>
      <span class="head">
        <span>
          <strong>{label}</strong>
          {sub && <small>{sub}</small>}
        </span>
        {on && <Icon name="check" />}
      </span>
      {children && <span class="text">{children}</span>}
    </Choice>
  );
}

function labelOf({ versions, joined }: Asked, index: number): string {
  const words = t().versions;
  const first = joined ? 1 : 0;
  const mine = (at: number) => versions[at]?.author === myself();
  if (index === 0) return words.now;
  if (versions[index]?.held) return words.held;
  if (!mine(index)) return words.other;
  const allMine = versions.every((_, at) => at < first || mine(at));
  if (index === first && index < versions.length - 1) return words.mineOne;
  return joined && !allMine ? words.yours : words.mine;
}

function nameFor(text: string | undefined, choice: Asked, reading: Reading): string {
  const index = choice.versions.findIndex(({ value }) => value === text);
  const version = choice.versions[index];
  return version ? [labelOf(choice, index), signed(version, reading)].filter(Boolean).join(", ") : "";
}

function sideOf(value: unknown, two: Asked["two"]): Side | undefined {
  if (!two) return undefined;
  return value === two.theirs ? "theirs" : value === two.mine ? "mine" : undefined;
}

function signed({ author, at }: Version, { people, words }: Reading): string {
  const name = author === myself() ? words.youCapital : author && (nameOf(people, author) ?? words.someone);
  const when = at && dayTime(at);
  return name && when ? words.byAt(name, when) : (name ?? when ?? "");
}

const myself = (): string => me.value?.person.id ?? "";
