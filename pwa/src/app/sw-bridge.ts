/** Between the page and its service worker: an update is offered, never forced, and taken only by a tap. */
import { signal } from "@preact/signals";

/** A new version lies ready. */
export const waiting = signal(false);

const HOUR = 3_600_000;
let registration: ServiceWorkerRegistration | undefined;
let asked = false;
let stale = false;

/** Another tab took the update: this page's code is gone from the device, so the next page is loaded for real. */
export const isStale = () => stale;

export async function startWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  const first = !navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    else if (!first) stale = true;
  });
  registration = await navigator.serviceWorker.register("/sw.js");
  watch(registration);
  lookForUpdates(registration);
}

/** The person's tap. Without a new worker at hand this is an ordinary reload, which then finds one. */
export async function update(): Promise<void> {
  asked = true;
  if (!registration?.waiting) await registration?.update();
  if (registration?.waiting) registration.waiting.postMessage({ type: "SKIP_WAITING" });
  else location.reload();
}

function watch(from: ServiceWorkerRegistration): void {
  const look = () => {
    // With no worker in charge yet this is the first visit, and there is nothing to offer.
    waiting.value = Boolean(from.waiting && navigator.serviceWorker.controller);
  };
  look();
  from.addEventListener("updatefound", () => from.installing?.addEventListener("statechange", look));
}

/** An app that stays open for weeks asks once an hour, when it comes to the front. */
function lookForUpdates(from: ServiceWorkerRegistration): void {
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - last < HOUR) return;
    last = Date.now();
    from.update().catch(() => {
      // Offline: there is nothing to find now, and the next hour asks again.
    });
  });
}
