/** Where one is. Links are real links: a plain tap on one of ours is taken over, everything else is the browser's. */
import { computed, signal } from "@preact/signals";
import { go } from "../ui/go";
import { match } from "./routes";

const path = signal("/");

export const here = computed(() => ({ path: path.value, found: match(path.value) }));

/** How one came: after "back" the page stands where it stood, after anything else it begins at the top. */
export let arrival: { by: "start" | "link" | "back"; y: number } = { by: "start", y: 0 };

/** Listens to taps on links, to `go()` and to the browser's own back and forward. `stale` says when only a real load will do. */
export function startRouter(stale: () => boolean): void {
  history.scrollRestoration = "manual";
  path.value = location.pathname;
  addEventListener("click", (event) => {
    const href = oursIn(event);
    if (href === null) return;
    event.preventDefault();
    go(href);
  });
  addEventListener("maatje:go", () => {
    if (stale()) location.reload();
    else arrive("link", 0);
  });
  addEventListener("popstate", () => arrive("back", history.state?.y ?? 0));
}

function arrive(by: "link" | "back", y: number): void {
  arrival = { by, y };
  path.value = location.pathname;
}

/** The address, if this is a plain tap on a link that stays inside the app. */
function oursIn(event: MouseEvent): string | null {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return null;
  }
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return null;
  const inPage = link.hash !== "" && link.pathname === location.pathname;
  return inPage || link.pathname.startsWith("/api/") ? null : link.pathname + link.search + link.hash;
}
