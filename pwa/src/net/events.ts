/** The stream of pokes: "something changed in these scopes", without a word of content. One stream per browser, because
 *  HTTP/1.1 allows six connections: whoever holds the lock listens, and only a page that is looked at asks for the lock. */
import { EVENTS } from "./api";

export interface Listener {
  /** `[]`: what one may see has changed. */
  poked(scopes: string[]): void;
  /** The stream (re)opened: pokes may have been missed before. */
  opened(): void;
}

const LOCK = "maatje-events";
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 300_000;

/** Listen until the returned function is called. */
export function listen(listener: Listener): () => void {
  let close = () => {};
  const follow = () => {
    close();
    close = listens() ? whenAlone(() => stream(listener)) : () => {};
  };
  const over = new AbortController();
  const on = { signal: over.signal };
  document.addEventListener("visibilitychange", follow, on);
  addEventListener("online", follow, on);
  addEventListener("offline", follow, on);
  follow();
  return () => {
    over.abort();
    close();
  };
}

/** A page that is looked at, with a network as far as the browser knows. */
const listens = () => document.visibilityState === "visible" && navigator.onLine !== false;

/** Open once no other page of this browser has it open; the function returned gives it up. */
function whenAlone(open: () => () => void): () => void {
  if (!navigator.locks) return open();
  const over = new AbortController();
  const held = () =>
    new Promise<void>((release) => {
      const close = open();
      over.signal.addEventListener("abort", () => {
        close();
        release();
      });
    });
  // Giving up while still waiting rejects with AbortError, which is what was asked for.
  navigator.locks.request(LOCK, { signal: over.signal }, held).catch(() => {});
  return () => over.abort();
}

/** An EventSource that comes back also after an answer that made the browser give up (401, 502). */
function stream(listener: Listener): () => void {
  let wait = FIRST_WAIT;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource;
  const open = () => {
    source = new EventSource(EVENTS);
    source.onopen = () => {
      wait = FIRST_WAIT;
      listener.opened();
    };
    source.onmessage = (event: MessageEvent<string>) => listener.poked(scopesIn(event.data));
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait * (0.5 + Math.random()));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

/** A poke that cannot be read still is one: look at everything. */
function scopesIn(data: string): string[] {
  try {
    const { scopes } = JSON.parse(data) as { scopes?: string[] };
    return Array.isArray(scopes) ? scopes : [];
  } catch {
    return [];
  }
}
