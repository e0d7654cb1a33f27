/** What follows from one's roles: which communities one coaches, which coaching a logboek goes to. Pure. */
import type { Me, Role } from "./account";

export type Community = Me["communities"][number];

/** The communities this person coaches now. */
export function coached(me: Me | null, now: Date): Community[] {
  const ids = (me?.roles ?? [])
    .filter((role) => role.role === "coach" && lasts(role, now))
    .map((role) => role.community);
  return (me?.communities ?? []).filter((community) => ids.includes(community.id));
}

/** The coaching of a community that this person is a coach in. */
export function coachingOf(me: Me | null, community: string): string | undefined {
  const role = me?.roles.find((one) => one.role === "coach" && one.community === community && one.coaching);
  return role?.coaching ?? undefined;
}

export function communityOf(me: Me | null, id: string | undefined): Community | undefined {
  return me?.communities.find((community) => community.id === id);
}

/** Someone who only meets one to one should not read of groups and sessions. */
export function onlyPairs(communities: readonly Community[]): boolean {
  return communities.length > 0 && communities.every(({ kind }) => kind === "pair");
}

function lasts(role: Role, now: Date): boolean {
  return Date.parse(role.from) <= now.getTime() && (!role.until || now.getTime() < Date.parse(role.until));
}
