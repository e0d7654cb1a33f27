/** What was said about a logboek, and who read it: live, and each found without a walk through all the others. */
import { isDone, type Readership, readership, type Turn, thread } from "../../records/reading";
import { naming } from "../../store/naming";
import type { Entry } from "./world";

/** Reviews and replies, in order of time. */
export function saidOf(entry: Entry): Turn[] {
  return thread(entry, naming("review", "logboek", entry.id), naming("comment", "about", entry.id));
}

export const doneWith = (entry: Entry): boolean => isDone(entry, naming("review", "logboek", entry.id));

export const readersOf = (entry: Entry): Readership => readership(entry, naming("receipt", "record", entry.id));
