/** A list and a reading pane: side by side on a wide screen; on a phone the list, or what is open, one at a time. */
import "./Panes.css";
import type { ComponentChildren } from "preact";

export interface PanesProps {
  list: ComponentChildren;
  /** Whether something is open: on a phone it then takes the list's place. */
  open: boolean;
  /** What is open, or an Empty that says to choose something. */
  children?: ComponentChildren;
}

export function Panes({ list, open, children }: PanesProps) {
  return (
    <div class="Panes" data-open={open || undefined}>
      <div class="list">{list}</div>
      <div class="pane">{children}</div>
    </div>
  );
}
