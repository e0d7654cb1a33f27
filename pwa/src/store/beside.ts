/** Choices that were half made, to be found again when the record they were about has left this device. */
import { discardDrafts } from "./drafts";
import { redraw } from "./live";
import { draftsOf, isBeside, type KeptDraft } from "./memory";

export function keptBeside(id: string): KeptDraft[] {
  return draftsOf(id).filter(({ key }) => isBeside(key));
}

export function dropBeside(id: string): void {
  discardDrafts(
    id,
    keptBeside(id).map(({ key }) => key),
  );
  redraw([id]);
}
