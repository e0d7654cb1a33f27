/** A setting that is on or off, with its name and a line of explanation beside it; the whole line can be tapped. */
import "./Choice.css";
import "./Switch.css";
import { useId } from "preact/hooks";

export interface SwitchProps {
  label: string;
  hint?: string | undefined;
  on: boolean;
  onToggle: (on: boolean) => void;
  disabled?: boolean | undefined;
}

export function Switch({ label, hint, on, onToggle, disabled }: SwitchProps) {
  const id = useId();
  return (
    <label class="Choice Switch">
      <span class="words">
        {label}
        {hint && <small id={id}>{hint}</small>}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        aria-label={label}
        aria-describedby={hint && id}
        checked={on}
        disabled={disabled}
        onChange={(event) => onToggle(event.currentTarget.checked)}
      />
      <span class="track" />
    </label>
  );
}
