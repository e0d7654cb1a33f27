/** Dutch for every other page; Vandaag and signing in do not wait for it. */
import { files } from "./nl/files";
import { goals } from "./nl/goals";
import { held } from "./nl/held";
import { invites } from "./nl/invites";
import { logboek } from "./nl/logboek";
import { me } from "./nl/me";
import { review } from "./nl/review";
import { sessions } from "./nl/sessions";
import { versions } from "./nl/versions";

export const later = { sessions, goals, files, logboek, held, me, review, versions, invites };
