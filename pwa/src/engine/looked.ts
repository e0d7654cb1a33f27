/** What the machine joined is marked until a person has looked: the record by its id, both texts in the change that joined them. */
import type { Meta, Queued, Sides } from "./types";

export function needsALook(meta: Meta, row: Queued, sides: Sides): Queued {
  if (Object.keys(sides).length === 0) return row;
  meta.joined = [...new Set([...(meta.joined ?? []), row.id])];
  return { ...row, merged: { ...row.merged, ...sides } };
}

/** Somebody has, or they may no longer see it. */
export function looked(meta: Meta, ids: ReadonlySet<string>): void {
  const left = (meta.joined ?? []).filter((id) => !ids.has(id));
  if (left.length > 0) meta.joined = left;
  else delete meta.joined;
}
