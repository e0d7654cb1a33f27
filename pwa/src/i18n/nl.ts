/** Dutch, as far as the shell, Vandaag and signing in need it; the other parts are in nl.later.ts. A new part: a line here or there, and in English. */
import { auth } from "./nl/auth";
import { records } from "./nl/records";
import { roles } from "./nl/roles";
import { sessions } from "./nl/sessions";
import { shell } from "./nl/shell";
import { today } from "./nl/today";
import { ui } from "./nl/ui";

export const nl = { ui, shell, roles, records, today, sessions, auth };
