/** The moments at which a page may be about to go: what is typed is brought to safety, first where that cannot fail to be in time. */
import { flushDrafts, saveDrafts } from "./drafts";
import { fillLifeboat } from "./lifeboat";

let following = false;

export function followLeaving(): void {
  if (following || typeof document === "undefined") return;
  following = true;
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () =>
    document.visibilityState === "hidden" ? leave() : fillLifeboat(),
  );
  document.addEventListener("focusout", saveDrafts);
  document.addEventListener("compositionend", saveDrafts);
}

function leave(): void {
  fillLifeboat();
  flushDrafts();
  fillLifeboat();
}
