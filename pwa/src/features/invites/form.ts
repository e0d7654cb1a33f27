/** Whom one invites to what, as it is filled in, and what is asked of the server. Pure. */
import { looksLikeMail, type NewInvitation, type RoleName } from "../../records/account";
import type { Community } from "../../records/hats";

export type Invitable = Exclude<RoleName, "admin">;
export type Kind = Community["kind"];

/** Roles as a coordinator needs them; the server's table says who has which of them in a community (auth/invites.py). */
export const ROLES: readonly Invitable[] = ["coachee", "coach", "senior", "tutor", "coordinator", "researcher"];
const IN_COMMUNITY: readonly Invitable[] = ["coachee", "coach"];
/** The one choice of a community that is none yet. */
export const NEW = "new";
export const MOST_USES = 200;
export const USES = ["1", "5", "8", "10", "15", "20", "30"] as const;

export interface Form {
  role: Invitable | null;
  /** An id, or NEW. */
  community: string | null;
  kind: Kind | null;
  name: string;
  way: "link" | "mail";
  email: string;
  uses: string;
  /** A number of one's own instead. */
  ownUses: string | null;
}

export const BLANK: Form = {
  role: null,
  community: null,
  kind: null,
  name: "",
  way: "link",
  email: "",
  uses: "8",
  ownUses: null,
};

export type Flaw = "role" | "community" | "name" | "email" | "uses";

export const needsCommunity = ({ role }: Form): boolean => role !== null && IN_COMMUNITY.includes(role);

/** Only for a coachee a link alone is enough: a poster in a classroom must not make anyone a coach. */
export const byLink = ({ role, way }: Form): boolean => role === "coachee" && way === "link";

/** Where there is nothing to choose it is chosen already. */
export function placeOf({ community }: Form, there: readonly Community[]): string | null {
  if (there.length === 0) return NEW;
  if (community === NEW || there.some(({ id }) => id === community)) return community;
  return null;
}

/** A programme of pairs gets another pair, unless one says otherwise. */
export function kindOf({ kind }: Form, there: readonly Community[]): Kind {
  return kind ?? (there.length > 0 && there.every((one) => one.kind === "pair") ? "pair" : "group");
}

export function toPair(form: Form, there: readonly Community[]): boolean {
  const place = placeOf(form, there);
  return place === NEW ? kindOf(form, there) === "pair" : there.find(({ id }) => id === place)?.kind === "pair";
}

/** A pair is a community of one coachee. */
export function usesOf(form: Form, there: readonly Community[]): number {
  const typed = (form.ownUses ?? form.uses).trim();
  return toPair(form, there) ? 1 : /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
}

/** The first that is missing or wrong, from the top. */
export function flawOf(form: Form, there: readonly Community[]): Flaw | null {
  if (form.role === null) return "role";
  const place = needsCommunity(form) ? placeOf(form, there) : undefined;
  if (place === null) return "community";
  if (place === NEW && form.name.trim() === "") return "name";
  if (!byLink(form)) return looksLikeMail(form.email) ? null : "email";
  const uses = usesOf(form, there);
  return uses >= 1 && uses <= MOST_USES ? null : "uses";
}

/** What goes to the server, of a form without a flaw. */
export function wanted(form: Form, programme: string, there: readonly Community[]): NewInvitation {
  return {
    programme,
    role: form.role ?? "coachee",
    ...(needsCommunity(form) && placed(form, there)),
    ...(byLink(form) ? { uses: usesOf(form, there) } : { email: form.email.trim() }),
  };
}

function placed(form: Form, there: readonly Community[]): Pick<NewInvitation, "community" | "new_community"> {
  const place = placeOf(form, there);
  if (place !== null && place !== NEW) return { community: place };
  return { new_community: { name: form.name.trim(), kind: kindOf(form, there) } };
}
