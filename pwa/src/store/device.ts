/** What kind of device this is, as far as words and steps depend on it, and whether the app has a place of its own there. */

export type Platform = "iphone" | "android" | "computer";

/** An iPad calls itself a Mac, but is touched. */
export function platformOf(agent: string, touches: number): Platform {
  if (/iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && touches > 1)) return "iphone";
  return /Android/.test(agent) ? "android" : "computer";
}

export const platform = (): Platform => platformOf(navigator.userAgent, navigator.maxTouchPoints);

/** Opened from the home screen, and not in a tab. */
export function isInstalled(): boolean {
  const apple = (navigator as { standalone?: boolean }).standalone === true;
  return apple || matchMedia("(display-mode: standalone)").matches;
}
