/** Who is who, read from the directory records: pure questions about people, their names and their time in a role. */

export interface Listed {
  scope: string;
  fields: {
    person?: string;
    name?: string;
    role?: string;
    member?: string | null;
    community?: string | null;
    from?: string;
    until?: string | null;
  };
}

export interface Member {
  person: string;
  member: string;
  name: string;
  from: string | undefined;
}

/** The coachees of a community on that day, by name. */
export function membersOf(people: readonly Listed[], community: string, at: Date): Member[] {
  const here = people.filter(
    (one) => one.scope === `agenda:${community}` && one.fields.role === "coachee" && active(one, at),
  );
  const shown = shortNames(here.map((one) => one.fields.name ?? ""));
  return here
    .flatMap((one, index) => (one.fields.member ? [asMember(one, one.fields.member, shown[index] ?? "")] : []))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** First names of those who read a coaching beside its coaches: seniors first, then coordinators. */
export function readersOf(people: readonly Listed[], coaching: string, at: Date): string[] {
  const inScope = people.filter((one) => one.scope === `coaching:${coaching}` && active(one, at));
  const named = (role: string) =>
    inScope.filter((one) => one.fields.role === role).map((one) => firstName(one.fields.name));
  return [...new Set([...named("senior"), ...named("coordinator")])];
}

/** The first name of a person, from whichever directory line there is; undefined for someone no longer listed. */
export function nameOf(people: readonly Listed[], person: string): string | undefined {
  const found = people.find((one) => one.fields.person === person);
  return found && firstName(found.fields.name);
}

export function firstName(name = ""): string {
  return name.split(" ")[0] ?? "";
}

/** First names; whoever shares one gets the first letter of the rest behind it. */
export function shortNames(names: readonly string[]): string[] {
  const first = names.map(firstName);
  return names.map((name, index) => {
    const own = first[index] ?? "";
    const twice = first.filter((one) => one === own).length > 1;
    const rest = name.slice(own.length).trim();
    return twice && rest ? `${own} ${initialOf(rest)}.` : own;
  });
}

/** "el Idrissi" is known by its I: a small word in front of a Dutch or Arabic name is no help in telling two apart. */
function initialOf(rest: string): string {
  const words = rest.split(" ");
  return (words.find((word) => word.charAt(0) !== word.charAt(0).toLowerCase()) ?? rest).charAt(0);
}

function asMember(one: Listed, member: string, name: string): Member {
  return { person: one.fields.person ?? "", member, name, from: one.fields.from };
}

function active(one: Listed, at: Date): boolean {
  const { from, until } = one.fields;
  return (!from || new Date(from) <= at) && (!until || at < new Date(until));
}
