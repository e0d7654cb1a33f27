/** English, the same parts as nl.later.ts. */
import { goals } from "./en/goals";
import { held } from "./en/held";
import { logboek } from "./en/logboek";
import { me } from "./en/me";
import { versions } from "./en/versions";

export const later = { goals, logboek, held, me, versions };
