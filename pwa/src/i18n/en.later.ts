/** English, the same parts as nl.later.ts. */
import { files } from "./en/files";
import { goals } from "./en/goals";
import { held } from "./en/held";
import { invites } from "./en/invites";
import { logboek } from "./en/logboek";
import { me } from "./en/me";
import { review } from "./en/review";
import { sessions } from "./en/sessions";
import { versions } from "./en/versions";

export const later = { sessions, goals, files, logboek, held, me, review, versions, invites };
