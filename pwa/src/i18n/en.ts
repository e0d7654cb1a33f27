/** English, the same parts as nl.ts. */
import { auth } from "./en/auth";
import { moments } from "./en/moments";
import { records } from "./en/records";
import { roles } from "./en/roles";
import { shell } from "./en/shell";
import { today } from "./en/today";
import { ui } from "./en/ui";

export const en = { ui, shell, roles, records, moments, today, auth };
