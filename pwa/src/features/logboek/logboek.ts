/** The verbs of the logboek. What they write is decided by the pure files beside this one; here it is carried out. */
import { dayOf } from "../../i18n/dates";
import type { Community } from "../../records/hats";
import { answerDraft, uuid7 } from "../../records/ids";
import type { FieldsOf } from "../../records/kinds";
import { handedIn, mine } from "../../records/reading";
import { starterTemplates } from "../../records/templates";
import { alsoFor, letGo } from "../../store/attach";
import { discardDrafts } from "../../store/drafts";
import { recordings } from "../../store/files";
import { all, loaded, one, type Shown } from "../../store/live";
import { me } from "../../store/me";
import { change, create, move, remove } from "../../store/write";
import { type AttendanceWrite, note, type Presence } from "./attendance";
import { handingIn, nextNumber, nextVersion, unplanned } from "./handin";
import { prefilled, type TemplateKey, templateFor, untouched, variant } from "./prefill";
import type { Changes } from "./taps";
import { type Entry, isTalk, questions, type World, worldOf } from "./world";

/** Opens the logboek of a session, or of no session; who comes back to a session finds the one already begun. */
export function startLogboek(session: Shown<"session"> | undefined, community: Community): string {
  const begun = session ? begunFor(session) : all("logboek").value.find((one) => blankToday(one, community));
  if (begun) return begun.id;
  const key = templateFor(community.kind, session?.fields.kind);
  const fields = prefilled({
    session: session ?? null,
    community,
    coach: myself(),
    template: questions(key),
    now: new Date(),
  });
  return create("logboek", own(), fields as FieldsOf<"logboek">);
}

function begunFor({ id }: Shown<"session">): Entry | undefined {
  return all("logboek").value.find((one) => one.fields.session === id && mine(one, myself()));
}

/** Opened today and never touched, by a page that was killed: it serves again, so that none pile up. */
function blankToday(entry: Entry, { id }: Community): boolean {
  const { session, community, on } = entry.fields;
  return !session && community === id && on === dayOf(new Date()) && mine(entry, myself()) && isUntouched(entry);
}

export function put(entry: Entry, set: Changes): void {
  change("logboek", entry.id, set);
}

/** The other questions for when nobody came, and back again. Answers stay until it is handed in, so nothing is tapped twice. */
export function nobodyCame(world: World, nobody: boolean): void {
  const kind = world.community?.kind ?? "group";
  const key: TemplateKey = nobody ? "logboek.nobody" : templateFor(kind, world.session?.fields.kind);
  const { template, template_version, ...ready } = variant(questions(key), world.plan);
  const missing = Object.entries(ready).filter(([name]) => !(name in world.entry.fields));
  put(world.entry, { template, template_version, ...Object.fromEntries(missing) });
}

/** One person tapped: written down at once, so that it is kept and others see it too. */
export function tapMember(world: World, member: string, state: Presence): void {
  writeDown(note(sessionFor(world), member, state, world.noted));
}

/** To the readers: the record moves to the coaching, and of everybody it is known whether they were there. */
export function handIn(world: World): void {
  const { entry, coaching, template, members, noted } = world;
  if (!coaching) return;
  const session = sessionFor(world);
  const templates = [...all("template").value.map((one) => one.fields), ...starterTemplates];
  const done = handingIn({ entry, session, coaching, template, templates, members, noted, now: new Date() });
  done.attendance.forEach(writeDown);
  move("logboek", entry.id, done.scope, done.set);
}

/** Back to oneself alone. What was read stays read, and the day of handing in stays as it was. */
export function takeBack(entry: Entry): void {
  move("logboek", entry.id, own());
}

/** After a review closed it: a new logboek with the same words, one's own until it is handed in. */
export function newVersion(entry: Entry): string {
  const id = uuid7();
  alsoFor(id, entry.fields);
  return create("logboek", own(), nextVersion(entry) as FieldsOf<"logboek">, id);
}

/** A draft that is not wanted, and the private note beside it. */
export function throwAway(entry: Entry): void {
  for (const beside of reflectionsOf(entry)) remove("reflection", beside.id);
  letGo(entry.id, entry.fields);
  remove("logboek", entry.id);
}

/** Opened by mistake and left untouched: it goes again, so that no empty draft asks to be finished. */
export function leaveUntouched(id: string): void {
  const entry = one("logboek", id).peek();
  if (entry && loaded.peek() && isUntouched(entry)) remove("logboek", id);
}

function isUntouched(entry: Entry): boolean {
  if (handedIn(entry) || entry.fields.version_of || reflectionsOf(entry).length > 0) return false;
  if (recordings.peek().some(({ record }) => record === entry.id)) return false;
  const { template, plan, noted } = worldOf(entry);
  const tapped = noted.some(({ fields }) => fields.session !== undefined && fields.session === entry.fields.session);
  return !tapped && untouched(entry.fields, template, plan);
}

export const replyDraft = (entry: Entry): string => answerDraft(entry.id, myself());

/** Posted: the keystrokes that waited for it are done with. */
export function answerBack(entry: Entry, text: string): void {
  create("comment", entry.scope, { about: entry.id, text: text.trim() });
  discardDrafts(replyDraft(entry), ["text"]);
}

/** The private part: a record of its own in one's own scope. Made at the first letter, changed from then on. */
export function writeForMyself(entry: Entry, text: string): string {
  const { session, on } = entry.fields;
  return create("reflection", own(), {
    logboek: entry.id,
    text,
    ...(session ? { session } : {}),
    ...(on ? { on } : {}),
  });
}

export function reflectionsOf(entry: Entry): readonly Shown<"reflection">[] {
  return all("reflection").value.filter((one) => one.fields.logboek === entry.id && one.author === myself());
}

export const myself = (): string => me.value?.person.id ?? "";

const own = (): string => `self:${myself()}`;

/** The session of this logboek; without a planned one, one is made now for attendance to hang on. */
function sessionFor({ entry, community, ...world }: World): string {
  if (entry.fields.session) return entry.fields.session;
  const at = community ?? {
    id: entry.fields.community ?? "",
    kind: isTalk({ entry, community, ...world }) ? "pair" : "group",
  };
  const number = nextNumber(all("session").value, at.id);
  const session = create("session", `agenda:${at.id}`, unplanned(at, number, new Date()) as FieldsOf<"session">);
  put(entry, { session });
  return session;
}

function writeDown({ id, scope, fields, known }: AttendanceWrite): void {
  if (known) change("attendance", id, { state: fields.state });
  else create("attendance", scope, fields, id);
}
