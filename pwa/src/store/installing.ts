/** Whether the browser offers to install the app. It says so once, soon after the start, so that is listened for from the start. */
import { type ReadonlySignal, signal } from "@preact/signals";

interface Offer extends Event {
  prompt(): Promise<void>;
  userChoice: Promise<{ outcome: "accepted" | "dismissed" }>;
}

const offer = signal<Offer | null>(null);

export const installable: ReadonlySignal<unknown> = offer;

export function listenForInstalling(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // no banner in the middle of something: the page "Ik" offers it
    offer.value = event as Offer;
  });
  addEventListener("appinstalled", () => {
    offer.value = null;
  });
}

/** true when the person said yes; an offer can be used once. */
export async function install(): Promise<boolean> {
  const now = offer.peek();
  if (!now) return false;
  offer.value = null;
  await now.prompt();
  return (await now.userChoice).outcome === "accepted";
}
