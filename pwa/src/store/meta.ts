/** What a device knows before its first contact with the server. */
import type { Meta } from "../engine/types";

/** The version of the schemas this app was made with. */
const SCHEMA = 1;

export function freshMeta(person: string): Meta {
  return {
    person,
    device: deviceLabel(),
    n: 1,
    gen: null,
    schema: SCHEMA,
    seq: 1,
    scopes: {},
    outs: [],
    leaseUntil: null,
    contact: null,
    serverNow: null,
    held: 0,
  };
}

/** A label for the person's own list of devices; nothing is bound to it. */
export function deviceLabel(agent: string = typeof navigator === "undefined" ? "" : navigator.userAgent): string {
  const known = LABELS.find(([pattern]) => pattern.test(agent));
  return known ? known[1] : "browser";
}

const LABELS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Macintosh/, "Mac"],
  [/Windows/, "Windows"],
  [/CrOS/, "Chromebook"],
  [/Linux/, "Linux"],
];
