/** The verbs of a session: plan it, change it, call it off. What they need to know is read from the phone. */
import { type Community, onlyPairs } from "../../records/hats";
import { derivedId } from "../../records/ids";
import type { FieldsOf } from "../../records/kinds";
import { discardDrafts } from "../../store/drafts";
import { all, type Shown } from "../../store/live";
import { me } from "../../store/me";
import { change, create } from "../../store/write";
import { numberOf } from "./agenda";
import { type Moment, spanOf } from "./moment";

export type Session = Shown<"session">;

export interface Plan {
  community: Community;
  moment: Moment;
  place: string;
}

/** Where a place stands while its session is not made yet: always the same, so that a killed page finds it again. */
export const newDraft = (): string => derivedId("new-session", [me.value?.person.id ?? ""]);

/** Into the agenda of the community, where everybody of it sees it. */
export function planSession({ community, moment, place }: Plan): string {
  const number = numberOf(all("session").value, community.id);
  const where = place.trim() ? { place: place.trim() } : {};
  const fields: FieldsOf<"session"> = {
    kind: "community",
    community: community.id,
    number,
    ...spanOf(moment),
    ...where,
  };
  discardDrafts(newDraft(), ["place"]);
  return create("session", `agenda:${community.id}`, fields);
}

export function moveSession(session: Session, moment: Moment): void {
  change("session", session.id, spanOf(moment));
}

/** It stays to be seen, so that nobody stands before a closed door. */
export function callOff(session: Session, cancelled: boolean): void {
  change("session", session.id, { cancelled: cancelled || null });
}

/** Whether one may plan and change here; the phone asks the same table as the server, through `/api/me`. */
export function mayPlan(scope: string): boolean {
  return me.value?.scopes[scope]?.write.includes("session") ?? false;
}

/** The communities one can plan a session for. */
export function plannable(): Community[] {
  return (me.value?.communities ?? []).filter((community) => mayPlan(`agenda:${community.id}`));
}

/** Whether everything here is called a talk. */
export function onlyTalks(): boolean {
  return onlyPairs(me.value?.communities ?? []);
}
