/** What happens outside that the loop must know of: the network, the page, the server's pokes; and the page's farewell. */
import { farewell } from "../engine/run";
import { listen } from "../net/events";
import { lineEnd } from "../store/line";
import { online, unplugged, unsent } from "../store/status";
import { takeIn } from "../store/taken";
import { askForBackground } from "./background";
import { portsFor } from "./ports";

export interface Heard {
  /** Somebody is here again, or the network is: ask for everything. */
  back(): void;
  poked(scopes: string[]): void;
}

/** Until the returned function is called. */
export function follow(person: string, { back, poked }: Heard): () => void {
  let opened = 0;
  const over = new AbortController();
  const on = { signal: over.signal };
  addEventListener("online", back, on);
  addEventListener("offline", () => (online.value = false), on);
  addEventListener("pageshow", (event) => event.persisted && back(), on);
  document.addEventListener(
    "visibilitychange",
    () => (document.visibilityState === "hidden" ? leave(person) : back()),
    on,
  );
  const deaf = listen({
    poked,
    // The first time everything has just been asked for.
    opened: () => opened++ > 0 && back(),
  });
  return () => {
    over.abort();
    deaf();
  };
}

/** One request that outlives the page, after what was typed last is on the disk. */
async function leave(person: string): Promise<void> {
  if (unsent.peek() === 0) return;
  void askForBackground();
  await lineEnd();
  if (unplugged()) return;
  await farewell(portsFor(person, takeIn)).catch(() => {}); // a disk that fails now is tried again at the next start
}
