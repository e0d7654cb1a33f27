/** Records by the record that one of their fields names: found at once, also on a phone that holds thousands. */
import { computed, type ReadonlySignal } from "@preact/signals";
import { grouped } from "../records/grouped";
import type { FieldsOf, Kind } from "../records/kinds";
import { all, type Shown } from "./live";

type Index = ReadonlySignal<ReadonlyMap<string, readonly Shown[]>>;

const indexes = new Map<string, Index>();
const NONE: readonly never[] = [];

/** Those of this kind whose field `key` is `id`, live. */
export function naming<K extends Kind>(kind: K, key: keyof FieldsOf<K> & string, id: string): readonly Shown<K>[] {
  return (indexOf(kind, key).value.get(id) ?? NONE) as readonly unknown[] as readonly Shown<K>[];
}

function indexOf(kind: Kind, key: string): Index {
  const name = `${kind}.${key}`;
  const known = indexes.get(name);
  if (known) return known;
  const made = computed(() =>
    grouped(all(kind).value, ({ fields }) => named((fields as Record<string, unknown>)[key])),
  );
  indexes.set(name, made);
  return made;
}

const named = (value: unknown) => (typeof value === "string" ? value : undefined);
