/** English, the same parts as nl.later.ts. */
import { goals } from "./en/goals";
import { held } from "./en/held";
import { logboek } from "./en/logboek";
import { me } from "./en/me";
import { review } from "./en/review";
import { versions } from "./en/versions";

export const later = { goals, logboek, held, me, review, versions };
