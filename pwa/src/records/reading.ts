/** Who reads a logboek and what they said about it. Where it is (this phone, safe) is another matter with other words. */

export interface Review {
  id: string;
  author: string;
  fields: { logboek?: string; state?: "thanks" | "question" | "done"; text?: string };
}
export interface Comment {
  id: string;
  author: string;
  fields: { about?: string; text?: string };
}
export interface Receipt {
  fields: { record?: string; reader?: string; at?: string; rev?: string };
}
export interface Entry {
  id: string;
  scope: string;
  author: string;
  fields: { handed_in?: string; version_of?: string; coaches?: readonly string[] };
}

export type Readership =
  | { state: "only_me" }
  | { state: "handed_in"; at: string | undefined }
  | { state: "read"; by: readonly { reader: string; at: string | undefined }[] };

export type Turn = { id: string; author: string; text: string; state?: "thanks" | "question" | "done" };

/** Only me, handed in, or read by these people; those who read it last come first. */
export function readership(entry: Entry, receipts: readonly Receipt[]): Readership {
  if (!handedIn(entry)) return { state: "only_me" };
  const others = receipts.filter(
    ({ fields }) => fields.record === entry.id && !writersOf(entry).includes(fields.reader ?? ""),
  );
  const by = others.map(({ fields }) => ({ reader: fields.reader ?? "", at: fields.at }));
  if (by.length === 0) return { state: "handed_in", at: entry.fields.handed_in };
  return { state: "read", by: by.sort((a, b) => (b.at ?? "").localeCompare(a.at ?? "")) };
}

export function handedIn(entry: Entry): boolean {
  return entry.scope.startsWith("coaching:");
}

/** Until someone marked it done it may be changed or taken back; afterwards there is a new version. */
export function isDone(entry: Entry, reviews: readonly Review[]): boolean {
  return reviews.some(({ fields }) => fields.logboek === entry.id && fields.state === "done");
}

/** Reviews and replies as one conversation. Ids are made in order of time, and a conversation is read in that order. */
export function thread(entry: Entry, reviews: readonly Review[], comments: readonly Comment[]): Turn[] {
  const said: Turn[] = reviews
    .filter(({ fields }) => fields.logboek === entry.id)
    .map(({ id, author, fields }) => ({
      id,
      author,
      text: fields.text ?? "",
      ...(fields.state ? { state: fields.state } : {}),
    }));
  const replied: Turn[] = comments
    .filter(({ fields }) => fields.about === entry.id)
    .map(({ id, author, fields }) => ({ id, author, text: fields.text ?? "" }));
  return [...said, ...replied].sort((a, b) => a.id.localeCompare(b.id));
}

/** The question that nobody of the writers answered yet. */
export function openQuestion(entry: Entry, turns: readonly Turn[]): Turn | undefined {
  const asked = turns.findLastIndex((turn) => turn.state === "question");
  const answered = turns.slice(asked + 1).some((turn) => mine(entry, turn.author) || turn.state === "done");
  return asked < 0 || answered ? undefined : turns[asked];
}

/** All versions of one logboek, oldest first, this one among them. */
export function versionsOf<E extends Entry>(entry: E, all: readonly E[]): E[] {
  const before: E[] = [];
  for (
    let at: E | undefined = entry;
    at && !before.includes(at);
    at = all.find((one) => one.id === at?.fields.version_of)
  )
    before.unshift(at);
  const after: E[] = [];
  for (let at = newerThan(entry, all); at && ![...before, ...after].includes(at); at = newerThan(at, all))
    after.push(at);
  return [...before, ...after];
}

/** Whether this person is one of those who wrote it. */
export function mine(entry: Entry, person: string): boolean {
  return writersOf(entry).includes(person);
}

function newerThan<E extends Entry>(entry: E, all: readonly E[]): E | undefined {
  return all.find((one) => one.fields.version_of === entry.id);
}

function writersOf(entry: Entry): string[] {
  return [entry.author, ...(entry.fields.coaches ?? [])];
}
