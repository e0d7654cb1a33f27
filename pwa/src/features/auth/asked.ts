/** To which address a code was mailed a moment ago: reading the mail may cost a phone the page, and then the code has no field. */

export interface Asked {
  email: string;
  at: number;
}

const KEY = "maatje-asked";
const CODE_LIVES = 15 * 60_000;
const RESEND_AFTER = 30_000;

export function remember(email: string, now = Date.now()): Asked {
  const asked = { email, at: now };
  try {
    localStorage.setItem(KEY, JSON.stringify(asked));
  } catch {
    // Forbidden in this browser: the address is asked again if the page is lost.
  }
  return asked;
}

export function recall(now = Date.now()): Asked | null {
  try {
    const asked = JSON.parse(localStorage.getItem(KEY) ?? "null") as Asked | null;
    if (asked && isFresh(asked, now)) return asked;
    if (asked) forget(); // whoever borrows this device next need not read whose address it was
    return null;
  } catch {
    return null; // forbidden, or not ours
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Forbidden: then nothing was remembered either.
  }
}

export function isFresh({ at }: Asked, now: number): boolean {
  return at <= now && now - at < CODE_LIVES;
}

/** Whole seconds until a new code may be asked; 0: now. */
export function secondsLeft({ at }: Asked, now: number): number {
  return Math.min(Math.max(0, Math.ceil((at + RESEND_AFTER - now) / 1000)), RESEND_AFTER / 1000);
}
