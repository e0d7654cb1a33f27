/** All the words that stand in a logboek: answers, the private note, the conversation, the session and its place. */
import { computed } from "@preact/signals";
import { all } from "../../store/live";
import { wordsOf } from "./history";
import { reflectionsOf } from "./logboek";
import { saidOf } from "./said";
import { subOf, titleOf } from "./titles";
import { type Entry, linesOf, worldOf } from "./world";

/** Of each logboek by its id: reckoned when one begins to search, and not again with each letter. */
export const searched = computed(() => new Map(all("logboek").value.map((entry) => [entry.id, shownWords(entry)])));

function shownWords(entry: Entry): string {
  const world = worldOf(entry);
  const said = saidOf(entry).map(({ text }) => text);
  const own = reflectionsOf(entry).map(({ fields }) => fields.text);
  return wordsOf(linesOf(world), [titleOf(world), subOf(world), ...said, ...own]);
}
