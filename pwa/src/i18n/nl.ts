/** Dutch, one part a feature. A new part: a line here and one in en.ts. */
import { auth } from "./nl/auth";
import { held } from "./nl/held";
import { logboek } from "./nl/logboek";
import { me } from "./nl/me";
import { records } from "./nl/records";
import { roles } from "./nl/roles";
import { sessions } from "./nl/sessions";
import { shell } from "./nl/shell";
import { today } from "./nl/today";
import { ui } from "./nl/ui";
import { versions } from "./nl/versions";

export const nl = { ui, shell, roles, records, logboek, sessions, today, auth, me, held, versions };
