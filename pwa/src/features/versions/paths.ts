/** Where a record is read, so that one comes back to it. Pure. */
import type { Shown } from "../../store/live";

type Fields = { readonly [key: string]: unknown };

const PATHS: Readonly<Partial<Record<string, (id: string, fields: Fields) => string>>> = {
  logboek: (id) => `/logboek/${id}`,
  session: (id) => `/sessies/${id}`,
  attendance: (_, { session }) => `/sessies/${session}`,
  goal: (id) => `/doelen/${id}`,
  step: (_, { goal }) => `/doelen/${goal}`,
  checkin: (_, { goal }) => `/doelen/${goal}`,
  review: (_, { logboek }) => `/review/${logboek}`,
  reflection: (_, { logboek }) => (logboek ? `/logboek/${logboek}` : "/logboek"),
};

export function pathOf({ kind, id, fields }: Shown): string | undefined {
  return PATHS[kind]?.(id, fields as Fields);
}
