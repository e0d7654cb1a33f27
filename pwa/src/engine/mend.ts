/** Texts as the protocol wants them: well-formed Unicode without U+0000, all the way down. */
import type { Value } from "./types";

/** Half a character: a keyboard or a cut in the middle of an emoji leaves one behind. */
const HALF = /\p{Surrogate}/gu;

export function mend<T extends Value | null>(value: T): T;
export function mend(value: Value | null): Value | null {
  if (typeof value === "string") return value.replace(HALF, "\uFFFD").replaceAll("\0", "");
  if (Array.isArray(value)) return value.map((item) => mend(item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [mend(key), mend(item)]));
}
