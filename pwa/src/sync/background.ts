/** Background Sync, where the browser has it: the one door through which the service worker comes in. */
import { sync } from "../engine/run";
import { close, signedIn, use } from "../store/db";
import { keepAlso } from "../store/kept";
import { purge } from "../store/purge";
import { rules } from "../store/rules";
import { hear, hush, say } from "../store/tabs";
import { portsFor } from "./ports";
import { uploadAll } from "./upload";

export const BACKGROUND_TAG = "maatje-sync";

interface WithSync {
  sync?: { register(tag: string): Promise<void> };
}

/** Ask for it: the browser wakes the worker when there is a network, also when no page is open any more. */
export async function askForBackground(): Promise<void> {
  if (typeof navigator === "undefined" || !navigator.serviceWorker?.controller) return;
  const registration = (await navigator.serviceWorker.ready) as unknown as WithSync;
  // Refused in private windows and by settings; pages send by themselves then.
  await registration.sync?.register(BACKGROUND_TAG).catch(() => {});
}

/** In the worker: send what waits. Throws when it could not, so that the browser tries again. */
export async function sendInBackground(): Promise<void> {
  const { person } = await signedIn();
  if (person === null) return;
  use(person);
  hear(person, () => {});
  try {
    const report = await sync(
      portsFor(person, ({ drafts }) => say({ ids: null, drafts })),
      rules,
    );
    if (report?.unshared.length) {
      await keepAlso("unshared", report.unshared);
      say({ ids: [] });
    }
    if (report?.failure === "revoked") await forgetOthers(person);
    const failure = report?.failure ?? (await uploadAll(person, () => say({ ids: [] })));
    if (failure === "offline" || failure === "busy") throw new Error(failure);
  } finally {
    hush();
    close();
  }
}

/** This was the next contact after the phone was signed out from elsewhere: whoever finds it may never open the app. */
async function forgetOthers(person: string): Promise<void> {
  await purge(person);
  say({ ids: null });
}
