/** The numbers beside the tabs: what waits there to be read. */
import { computed, type ReadonlySignal } from "@preact/signals";
import { toRead } from "../records/unread";
import { held } from "../store/held";
import { all } from "../store/live";
import { hat, me } from "../store/me";
import { toldAll } from "../store/told";
import { undecided } from "../store/undecided";
import { TABS_OF, type Tab } from "./tabs";

/** Nothing is counted before everything is here, and nothing is read from the disk for who has no such tab. */
const logboeken = computed(() => {
  const role = hat.value?.role;
  if (!role || !TABS_OF[role].includes("review") || !toldAll.value) return 0;
  return toRead(all("logboek").value, all("review").value, all("receipt").value, me.value?.person.id ?? "").length;
});

/** What did not arrive, and what has two versions. */
const toSettle = computed(() => new Set([...undecided.value.keys(), ...held.value.map(({ id }) => id)]).size);

export const UNREAD: Partial<Record<Tab, ReadonlySignal<number>>> = { review: logboeken, me: toSettle };
