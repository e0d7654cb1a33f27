/** Dutch, one part a feature. A new part: a line here and one in en.ts. */
import { records } from "./nl/records";
import { roles } from "./nl/roles";
import { shell } from "./nl/shell";
import { ui } from "./nl/ui";

export const nl = { ui, shell, roles, records };
