/** Dutch, as far as the shell, Vandaag and signing in need it; the other parts are in nl.later.ts. A new part: a line here or there, and in English. */
import { auth } from "./nl/auth";
import { moments } from "./nl/moments";
import { records } from "./nl/records";
import { roles } from "./nl/roles";
import { shell } from "./nl/shell";
import { today } from "./nl/today";
import { ui } from "./nl/ui";

export const nl = { ui, shell, roles, records, moments, today, auth };
