/** One answer of several: something to look at, and all over it, unseen, the radio or checkbox that is tapped. */
import "./Choice.css";
import type { ComponentChildren } from "preact";

export interface ChoiceProps {
  type?: "radio" | "checkbox";
  /** What a radio is one of. */
  group: string;
  look?: "Chip" | "card" | undefined;
  on: boolean;
  choose: (on: boolean) => void;
  /** A tap on the radio that is chosen undoes it. */
  undoes?: boolean;
  disabled?: boolean | undefined;
  children: ComponentChildren;
}

export function Choice({ type = "radio", group, look, on, choose, undoes, disabled, children }: ChoiceProps) {
  const undo = undoes && on ? () => choose(false) : undefined;
  return (
    <label class={look ? `Choice ${look}` : "Choice"}>
      <input
        type={type}
        name={type === "radio" ? group : undefined}
        checked={on}
        disabled={disabled}
        onClick={undo}
        onKeyUp={undo && onSpace(undo)}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      {children}
    </label>
  );
}

/** Space on a radio that is chosen: browsers do nothing then, and we undo the choice, as a tap does. */
const onSpace = (undo: () => void) => (event: KeyboardEvent) => {
  if (event.key !== " ") return;
  event.preventDefault();
  undo();
};
