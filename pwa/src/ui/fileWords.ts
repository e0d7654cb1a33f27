/** How a photo or voice note is called, and how long a sound is; the words for it are lent. Pure. */

export interface LookedAt {
  what: "photo" | "drawing" | "voice";
  /** What is to be seen or heard, in its maker's words. */
  about?: string | undefined;
  seconds?: number | undefined;
}

interface Names extends Record<LookedAt["what"], string> {
  open: (name: string) => string;
  listen: (name: string, long: string) => string;
  time: (minutes: number, seconds: string) => string;
}

/** "1:05" */
export function lengthOf(seconds: number, words: Pick<Names, "time">): string {
  const whole = Math.floor(seconds);
  return words.time(Math.floor(whole / 60), String(whole % 60).padStart(2, "0"));
}

/** As a small one in the strip: what its button says, and on a sound how long it is. */
export function calledOf({ what, about, seconds }: LookedAt, words: Names): { name: string; long?: string } {
  const long = what === "voice" ? { long: lengthOf(seconds ?? 0, words) } : {};
  const name = long.long === undefined ? words.open(words[what]) : words.listen(words.voice, long.long);
  return { name: about ? `${name}: ${about}` : name, ...long };
}
