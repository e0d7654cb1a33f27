/** The moments at which a page may be about to go: what is typed is brought to safety, first where that cannot fail to be in time. */
import { flushDrafts, saveDrafts } from "./drafts";
import { fillLifeboat } from "./lifeboat";
import { lineEnd } from "./line";
import { redrawAll } from "./live";
import { hidAnything, leaseOver } from "./shown";

let following = false;

export function followLeaving(): void {
  if (following || typeof document === "undefined") return;
  following = true;
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? leave() : back()));
  document.addEventListener("focusout", saveDrafts);
  document.addEventListener("compositionend", saveDrafts);
}

/** Twice, because the first is sure to be in time; emptied as soon as the disk has it all. */
function leave(): void {
  fillLifeboat(true);
  flushDrafts();
  fillLifeboat(true);
  lineEnd().then(() => fillLifeboat());
}

/** A phone may come back after weeks in a drawer. */
function back(): void {
  if (hidAnything() || leaseOver()) redrawAll(); // it may have been in touch, and out of it again, since
}
