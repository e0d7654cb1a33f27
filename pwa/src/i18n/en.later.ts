/** English, the same parts as nl.later.ts. */
import { held } from "./en/held";
import { logboek } from "./en/logboek";
import { me } from "./en/me";
import { versions } from "./en/versions";

export const later = { logboek, held, me, versions };
