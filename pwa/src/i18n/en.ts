/** English, the same parts as nl.ts. */
import { auth } from "./en/auth";
import { held } from "./en/held";
import { logboek } from "./en/logboek";
import { me } from "./en/me";
import { records } from "./en/records";
import { roles } from "./en/roles";
import { sessions } from "./en/sessions";
import { shell } from "./en/shell";
import { today } from "./en/today";
import { ui } from "./en/ui";
import { versions } from "./en/versions";

export const en = { ui, shell, roles, records, logboek, sessions, today, auth, me, held, versions };
