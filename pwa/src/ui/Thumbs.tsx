/** Pictures and sounds as a strip of small ones, each to be opened. Where it is stands below it, where that is worth saying. */
import "./Thumbs.css";
import { Icon } from "./Icon";
import { Mark } from "./Mark";

export interface Thumb {
  id: string;
  /** What a screen reader says of the button: "Foto bekijken: een vol bord". */
  name: string;
  /** "" for a sound, or a picture without a small one. */
  src: string;
  /** On a sound: how long it is. */
  long?: string | undefined;
  mark?: { place: "here" | "safe"; text?: string | undefined } | undefined;
}

export interface ThumbsProps {
  label: string;
  thumbs: readonly Thumb[];
  onOpen: (id: string) => void;
}

export function Thumbs({ label, thumbs, onOpen }: ThumbsProps) {
  return (
    <ul class="Thumbs" aria-label={label}>
      {thumbs.map(({ id, name, src, long, mark }) => (
        <li key={id}>
          <button type="button" aria-label={name} onClick={() => onOpen(id)}>
            {src ? <img src={src} alt="" /> : <Icon name={long === undefined ? "camera" : "mic"} />}
            {long !== undefined && <span>{long}</span>}
          </button>
          {mark && <Mark {...mark} />}
        </li>
      ))}
    </ul>
  );
}
