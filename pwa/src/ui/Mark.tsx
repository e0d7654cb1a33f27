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

/** "op deze telefoon", or "op deze computer": a laptop is not called a phone. */
export function here(): string {
  return onPhone() ? words().herePhone : words().hereComputer;
}

export const onPhone = (): boolean => matchMedia("(pointer: coarse)").matches;
