/** Where a record is: only on this phone, or safely saved. It never says who reads it; that is what Readers is for. */
import "./Mark.css";
import { words } from "./words";

export interface MarkProps {
  place: "here" | "safe";
  /** Other words for the same place: "alles bewaard". */
  text?: string | undefined;
}

export function Mark({ place, text }: MarkProps) {
  return (
    <span class="Mark" data-place={place}>
      {text ?? (place === "safe" ? words().safe : here())}
    </span>
  );
}

/** A laptop is not called a phone. */
function here(): string {
  return matchMedia("(pointer: coarse)").matches ? words().herePhone : words().hereComputer;
}
