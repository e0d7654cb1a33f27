/** The main act of a page within the thumb's reach: who reads it on the left, one or two buttons on the right. */
import "./ActionBar.css";
import type { ComponentChildren } from "preact";

export function ActionBar({ note, children }: { note?: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="ActionBar">
      {note && <div class="note">{note}</div>}
      <div class="acts">{children}</div>
    </div>
  );
}
