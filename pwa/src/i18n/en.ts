/** English, the same parts as nl.ts. */
import { records } from "./en/records";
import { roles } from "./en/roles";
import { shell } from "./en/shell";
import { ui } from "./en/ui";

export const en = { ui, shell, roles, records };
