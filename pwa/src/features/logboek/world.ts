/** What stands around one logboek: its session, its people, its questions. Read live; a page that uses it redraws by itself. */

import { language } from "../../i18n/language";
import { type AnswerLine, answerLines } from "../../records/answers";
import { type Community, coachingOf, communityOf } from "../../records/hats";
import { type Member, membersOf, readersOf } from "../../records/people";
import { newestTemplate, templateOf } from "../../records/templates";
import type { Template } from "../../records/types.gen";
import { all, one, type Shown } from "../../store/live";
import { me } from "../../store/me";
import { type Noted, type Presence, presence } from "./attendance";
import type { Plan } from "./prefill";

export type Entry = Shown<"logboek">;

export interface World {
  entry: Entry;
  session: Shown<"session"> | undefined;
  community: Community | undefined;
  coaching: string | undefined;
  template: Template;
  plan: readonly Plan[];
  members: readonly Member[];
  noted: readonly Noted[];
  states: ReadonlyMap<string, Presence>;
  readers: readonly string[];
}

/** Everything about one logboek that is on this phone; what is not there yet is simply missing. */
export function worldOf(entry: Entry): World {
  const session = entry.fields.session ? one("session", entry.fields.session).value : undefined;
  const community = communityOf(me.value, entry.fields.community);
  const coaching = coachingOf(me.value, entry.fields.community ?? "");
  const members = membersThen(entry);
  const noted = all("attendance").value;
  return {
    entry,
    session,
    community,
    coaching,
    template: templateOf(entry.fields, all("template").value),
    plan: session?.fields.plan ?? [],
    members,
    noted,
    states: presence(members, noted, entry.fields.session),
    readers: coaching ? readersOf(all("person").value, coaching, new Date()) : [],
  };
}

/** The answers as they read, in the language of now. */
export function linesOf({ template, entry, plan }: World): AnswerLine[] {
  return answerLines(template, entry.fields, language.value, plan);
}

/** A logboek of a talk, or of a community of one, is in other words than that of a group. */
export function isTalk({ entry, community, session }: World): boolean {
  return (
    community?.kind === "pair" || session?.fields.kind === "individual" || entry.fields.template === "logboek.talk"
  );
}

/** The questions of the programme under this key, as they are now. */
export function questions(key: string): Template {
  return newestTemplate(key, all("template").value);
}

/** Who was in the community on the day it is about; in a talk with one person, that person. */
function membersThen(entry: Entry): Member[] {
  const day = new Date(`${entry.fields.on ?? ""}T12:00`);
  const then = membersOf(all("person").value, entry.fields.community ?? "", day);
  const only = entry.fields.session ? one("session", entry.fields.session).value?.fields.member : undefined;
  return only ? then.filter(({ member }) => member === only) : then;
}
