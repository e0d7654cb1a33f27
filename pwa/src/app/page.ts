/** What stands on the screen: the page of the address, once its code is there. Until then the page before it stays. */
import { effect, signal } from "@preact/signals";
import { loadAll } from "../i18n/t";
import { hat, me, wear } from "../store/me";
import { go } from "../ui/go";
import { learn } from "../ui/icons";
import { here } from "./router";
import type { Match, PageModule, Route } from "./routes";

export interface Shown extends Match {
  path: string;
  Page: PageModule["Page"];
}

/** "missing": no such page, or not for this person; "failed": its code did not come. */
export const shown = signal<Shown | "missing" | "failed" | null>(null);

/** Keeps `shown` in step with the address and with who is signed in. */
export function startPages(): void {
  effect(() => {
    const { path, found } = here.value;
    const signedIn = me.value !== null;
    const role = hat.value?.role;
    if (found && !found.route.open && !signedIn) return toSignIn(path);
    if (!found || (signedIn && !allowed(found.route, role))) shown.value = "missing";
    else void open(path, found);
  });
}

async function open(path: string, found: Match): Promise<void> {
  try {
    const [{ Page }] = await Promise.all([found.route.load(), found.route.early || loadOthers()]);
    if (here.value.path === path) shown.value = { ...found, path, Page };
  } catch (error) {
    // A chunk that does not come: the page says so and offers to load again. Nothing that was typed depends on it.
    console.error(error);
    if (here.value.path === path) shown.value = "failed";
  }
}

/** The words and the icons that the first page does not wait for. */
async function loadOthers(): Promise<void> {
  const [{ later }] = await Promise.all([import("../ui/icons.later"), loadAll()]);
  learn(later);
}

/** A page of another of one's hats (from a link in a mail, say) puts that hat on. */
function allowed({ roles }: Route, role: string | undefined): boolean {
  if (!roles || roles.some((each) => each === role)) return true;
  const other = me.value?.roles.findIndex((mine) => roles.includes(mine.role)) ?? -1;
  if (other >= 0) wear(other);
  return other >= 0;
}

function toSignIn(path: string): void {
  go(path === "/" ? "/inloggen" : `/inloggen?naar=${encodeURIComponent(path)}`, { replace: true });
}
