/** Where a record is read, so that one finds one's way back to it. Pure. */
interface Placed {
  readonly kind: string;
  readonly id: string;
  readonly fields: { readonly [key: string]: unknown };
}

const PATHS: Readonly<Partial<Record<string, (id: string, fields: Placed["fields"]) => string | undefined>>> = {
  logboek: (id) => `/logboek/${id}`,
  session: (id) => `/sessies/${id}`,
  attendance: (_, { session }) => (session ? `/sessies/${session}` : undefined),
  goal: (id) => `/doelen/${id}`,
  step: (_, { goal }) => (goal ? `/doelen/${goal}` : undefined),
  checkin: (_, { goal }) => (goal ? `/doelen/${goal}` : undefined),
  review: (_, { logboek }) => (logboek ? `/review/${logboek}` : undefined),
  reflection: (_, { logboek }) => (logboek ? `/logboek/${logboek}` : "/logboek"),
};

export function pathOf({ kind, id, fields }: Placed): string | undefined {
  return PATHS[kind]?.(id, fields);
}
