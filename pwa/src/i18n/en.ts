/** English, the same parts as nl.ts. */
import { auth } from "./en/auth";
import { records } from "./en/records";
import { roles } from "./en/roles";
import { sessions } from "./en/sessions";
import { shell } from "./en/shell";
import { today } from "./en/today";
import { ui } from "./en/ui";

export const en = { ui, shell, roles, records, today, sessions, auth };
