/** A question with answers to tap: one of them (a radio group; a tap on the chosen one undoes it) or several (checkboxes). */
import "./Chip.css";
import "./Chips.css";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Choice } from "./Choice";
import { Icon } from "./Icon";
import { words } from "./words";

export interface ChipOption {
  id: string;
  label: string;
}

interface ChipsBase {
  label: string;
  labelHidden?: boolean | undefined;
  hint?: string | undefined;
  options: readonly ChipOption[];
  /** Behind the options in the same row: a Chip with a plus, for an answer of one's own. */
  children?: ComponentChildren;
}

export type ChipsProps = ChipsBase &
  (
    | { kind: "one"; value: string | null | undefined; onChange: (id: string | null) => void; max?: undefined }
    | {
        kind: "many";
        value: readonly string[] | null | undefined;
        onChange: (ids: string[]) => void;
        max?: number | undefined;
      }
  );

export function Chips(props: ChipsProps) {
  const id = useId();
  const hint = props.hint ?? (props.kind === "many" && props.max ? words().atMost(props.max) : undefined);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it can have may be labelled
    <div
      class="Chips"
      role={props.kind === "one" ? "radiogroup" : "group"}
      aria-labelledby={id}
      aria-describedby={hint && `${id}-hint`}
    >
      <div class={props.labelHidden ? "label hidden" : "label"}>
        <h2 id={id}>{props.label}</h2>
        {hint && <p id={`${id}-hint`}>{hint}</p>}
      </div>
      <div class="row">
        {props.options.map((option) => (
          <Option key={option.id} group={id} option={option} {...stateOf(props, option.id)} />
        ))}
        {props.children}
      </div>
    </div>
  );
}

interface State {
  type: "radio" | "checkbox";
  on: boolean;
  disabled?: boolean;
  choose: (on: boolean) => void;
}

/** What one option shows and does, whichever of the two kinds it belongs to. */
function stateOf(props: ChipsProps, id: string): State {
  if (props.kind === "one") {
    return { type: "radio", on: props.value === id, choose: (on) => props.onChange(on ? id : null) };
  }
  const chosen = props.value ?? [];
  const on = chosen.includes(id);
  const full = !on && props.max !== undefined && chosen.length >= props.max;
  const choose = (next: boolean) => props.onChange(next ? [...chosen, id] : chosen.filter((other) => other !== id));
  return { type: "checkbox", on, disabled: full, choose };
}

function Option({ option, ...state }: State & { group: string; option: ChipOption }) {
  return (
    <Choice look="Chip" undoes={state.type === "radio"} {...state}>
      <span>
        {state.on && <Icon name="check" />}
        {option.label}
      </span>
    </Choice>
  );
}
