/** A photo or voice note among words: its small picture, and what is to be seen or heard in it. */
import "./FileLine.css";
import { Icon } from "./Icon";

export interface FileLineProps {
  /** "" for a sound, or a picture without a small one. */
  src: string;
  sound: boolean;
  text: string;
}

export function FileLine({ src, sound, text }: FileLineProps) {
  return (
    <span class="FileLine">
      {src ? <img src={src} alt="" /> : <Icon name={sound ? "mic" : "camera"} />}
      <span>{text}</span>
    </span>
  );
}
