/** A photo or voice note of a record itself; while it is not here: why, and what one can do. */
import { Button } from "./Button";
import type { LookedAt } from "./fileWords";
import { Original } from "./Original";

type Why = "offline" | "missing" | "later";

export interface FileOriginalProps {
  file: LookedAt;
  /** The small one, to look at meanwhile. */
  thumb: string;
  looked: { src: string | null; why: Why | null; again: () => void };
  words: Record<LookedAt["what"] | "fetching" | "again", string> & Record<"why" | "whyVoice", Record<Why, string>>;
}

export function FileOriginal({ file: { what, about }, thumb, looked: { src, why, again }, words }: FileOriginalProps) {
  const sound = what === "voice";
  const text = why ? (sound ? words.whyVoice : words.why)[why] : src ? null : words.fetching;
  return (
    <Original
      sound={sound}
      src={src}
      thumb={thumb}
      alt={about || words[what]}
      text={text}
      action={(why === "later" || why === "missing") && <Button onClick={again}>{words.again}</Button>}
    />
  );
}
