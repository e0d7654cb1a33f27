/** The service worker, read like a table: the whole app is on the device, an address gives the app, a written thing is sent later. */
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { BACKGROUND_TAG, sendInBackground } from "../src/sync/background";

/** Put in by build/worker.mjs: every file of the app, with a revision where the name has none. */
declare const __PRECACHE__: PrecacheEntry[];
declare const self: ServiceWorkerGlobalScope;

/** Background Sync is not in the compiler's own list of events yet. */
interface SyncEvent extends ExtendableEvent {
  tag: string;
}

precacheAndRoute(__PRECACHE__);
cleanupOutdatedCaches();

/** Every address is the app, except what the server alone can answer. Nothing of /api is ever kept here. */
registerRoute(new NavigationRoute(createHandlerBoundToURL("/index.html"), { denylist: [/^\/api\//, /^\/healthz$/] }));

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** Only on a person's tap: app/sw-bridge.ts sends it. */
self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") void self.skipWaiting();
});

self.addEventListener("sync" as "fetch", (event) => {
  const { tag } = event as unknown as SyncEvent;
  if (tag === BACKGROUND_TAG) event.waitUntil(sendInBackground());
});
