/** Whether this person may write in a record, as far as the device can tell: the server has the last word, and holds what it does not take. */
import type { Me } from "../records/account";
import type { Shown } from "./live";

/** Kinds that several people write in; every other record is its author's. */
const SHARED = new Set(["session", "attendance"]);

export function mayWrite({ kind, scope, author, fields }: Shown, me: Me | null): boolean {
  const person = me?.person.id;
  const named = (fields as { coaches?: readonly string[] }).coaches ?? [];
  if (!person || !me?.scopes[scope]) return false;
  return author === person || named.includes(person) || (SHARED.has(kind) && me.scopes[scope].write.includes(kind));
}
