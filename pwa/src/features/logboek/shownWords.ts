/** All the words that stand in a logboek: answers, the private note, the conversation, the session and its place. */

import { thread } from "../../records/reading";
import { all } from "../../store/live";
import { wordsOf } from "./history";
import { reflectionsOf } from "./logboek";
import { subOf, titleOf } from "./titles";
import { type Entry, linesOf, worldOf } from "./world";

export function shownWords(entry: Entry): string {
  const world = worldOf(entry);
  const said = thread(entry, all("review").value, all("comment").value).map(({ text }) => text);
  const own = reflectionsOf(entry).map(({ fields }) => fields.text);
  return wordsOf(linesOf(world), [titleOf(world), subOf(world), ...said, ...own]);
}
