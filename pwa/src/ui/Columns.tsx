/** The page's cards, and beside them on a wide screen what is less urgent; on a phone it comes below. */
import "./Columns.css";
import type { ComponentChildren } from "preact";

export function Columns({ children, side }: { children?: ComponentChildren; side?: ComponentChildren }) {
  return (
    <div class="Columns">
      <div>{children}</div>
      {side && <div>{side}</div>}
    </div>
  );
}
