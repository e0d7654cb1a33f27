/** One icon, 20 px, one stroke width. It is decoration: the words beside it, or the button's label, say what it means. */
import "./Icon.css";
import { drawingOf, type IconName } from "./icons";

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="Icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawingOf(name)} />
    </svg>
  );
}
