/** The kinds of record and what the phone must know of each at run time. Both come from shared/schemas. */
import { KINDS } from "./kinds.gen";
import type { Records } from "./types.gen";

export type Kind = keyof Records;

/** A record may be partial, so every key is optional. */
export type FieldsOf<K extends Kind> = Partial<Records[K]>;

/** How two versions of a field become one: the server's stays, words of both are kept, or the union of both. */
export type Merge = "latest" | "words" | "union";

interface Row {
  readonly merge?: Readonly<Record<string, Merge>>;
  readonly actor?: readonly string[];
  readonly id?: readonly string[];
  readonly parent?: string;
}

const ROWS: Readonly<Record<Kind, Row>> = KINDS;

export const kinds = Object.keys(ROWS) as readonly Kind[];

/** A newer server may send kinds that this version of the app does not know. */
export function isKind(name: string): name is Kind {
  return Object.hasOwn(ROWS, name);
}

/** How the fields of a kind merge; a field that is not listed is `latest`. */
export function mergesOf(kind: Kind): Readonly<Record<string, Merge>> {
  return ROWS[kind].merge ?? {};
}

/** The keys whose values make the id, where a kind can be there only once for them; `scope` is the record's scope. */
export function idParts(kind: Kind): readonly string[] | undefined {
  return ROWS[kind].id;
}

/** The key that names the record this one lies with. */
export function parentKey(kind: Kind): string | undefined {
  return ROWS[kind].parent;
}

/** The keys that must hold the writer's own person or membership. */
export function actorKeys(kind: Kind): readonly string[] {
  return ROWS[kind].actor ?? [];
}
