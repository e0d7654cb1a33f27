/** One's roles as lines to choose from. Pure. */
import type { Me, Role } from "../../records/account";

export interface HatLine {
  index: number;
  role: Role["role"];
  /** The group, where the role is held in one; else the programme. */
  place: string;
  /** The programme, where the group is named already and there are several programmes. */
  programme: string;
  until: string | null;
}

export function hatLines(me: Me): HatLine[] {
  return me.roles.map((role, index) => {
    const community = me.communities.find(({ id }) => id === role.community)?.name;
    const programme = me.programmes.find(({ id }) => id === role.programme)?.name ?? "";
    return {
      index,
      role: role.role,
      place: community ?? programme,
      programme: community ? programme : "",
      until: role.until,
    };
  });
}

/** Which line is worn: roles carry no id of their own, so the very object is looked for. */
export function wornIndex(me: Me, hat: Role | null): number {
  return hat ? me.roles.indexOf(hat) : -1;
}
