/** One thing that is on or off, by itself. For a row of choices that belong together use Chips. */
import "./Chip.css";
import type { ComponentChildren } from "preact";
import { Icon } from "./Icon";
import type { IconName } from "./icons";

export interface ChipProps {
  on?: boolean | undefined;
  /** Without it the chip only does something (adds, opens), and is no toggle. */
  onToggle?: ((on: boolean) => void) | undefined;
  onClick?: (() => void) | undefined;
  icon?: IconName | undefined;
  label?: string | undefined;
  disabled?: boolean | undefined;
  children?: ComponentChildren;
}

export function Chip({ on = false, onToggle, onClick, icon, label, disabled, children }: ChipProps) {
  return (
    <button
      type="button"
      class="Chip"
      aria-pressed={onToggle ? on : undefined}
      aria-label={label}
      disabled={disabled}
      onClick={() => (onToggle ? onToggle(!on) : onClick?.())}
    >
      <span>
        {on ? <Icon name="check" /> : icon && <Icon name={icon} />}
        {children}
      </span>
    </button>
  );
}
