/** After a page was killed: what it could not bring to the disk, and what it left there as keystrokes. */
import { put } from "./disk";
import { adopt, keepDraft } from "./drafts";
import { lifeboats } from "./lifeboat";
import { lineEnd } from "./line";
import { isBeside, type KeptDraft, memory } from "./memory";

/** Typing of another page is on the disk again within a second; keystrokes that stay the same have nobody at them. */
const NOBODY_TYPES_AFTER = 5_000;

/** What earlier pages could not put on the disk, and what they left as keystrokes. */
export function takeBack(person: string): void {
  const { boats, emptied } = lifeboats(person);
  for (const { intents } of boats) for (const intent of intents) put(intent);
  for (const { drafts } of boats) drafts.forEach(takeNewer);
  if (boats.length > 0) lineEnd().then(emptied);
  const [mine, before] = [memory(), drafts()];
  setTimeout(() => mine === memory() && adoptLeft(before), NOBODY_TYPES_AFTER);
}

function takeNewer(draft: KeptDraft): void {
  const onDisk = memory().drafts.get(draft.id)?.get(draft.key);
  const waits = waitsForItsRecord(draft);
  if (onDisk && onDisk.at > draft.at && (waits || onDisk.page === draft.page)) return;
  if (waits) keepDraft(draft, onDisk?.text ?? null);
  else adopt(draft);
}

/** By what changed and not by the time: a clock may have been years off when they were struck. */
function adoptLeft(before: KeptDraft[]): void {
  const still = ({ id, key, at }: KeptDraft) => memory().drafts.get(id)?.get(key)?.at === at;
  for (const draft of before) if (still(draft) && !waitsForItsRecord(draft)) adopt(draft);
}

function drafts(): KeptDraft[] {
  return [...memory().drafts.values()].flatMap((ofRecord) => [...ofRecord.values()]);
}

/** A reply, say, that was typed and never sent: it stays what it is until its record is made; a choice, until it is made. */
function waitsForItsRecord({ id, key, waits }: KeptDraft): boolean {
  const { outbox, waiting, confirmed } = memory();
  if (isBeside(key)) return true;
  return waits === true && !outbox.has(id) && !waiting.has(id) && !confirmed.has(id);
}
