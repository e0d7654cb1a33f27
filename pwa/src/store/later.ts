/** "Straks": for as long as Safari keeps what nobody opens, the advice to install the app is not repeated on this device. */
const KEY = "maatje-install-later";
const WEEK = 7 * 24 * 3_600_000;

export function later(): void {
  try {
    localStorage.setItem(KEY, `${Date.now()}`);
  } catch {
    // Forbidden in this browser: it is advised again at the next start.
  }
}

export function wasLater(): boolean {
  try {
    return Math.abs(Date.now() - Number(localStorage.getItem(KEY))) < WEEK;
  } catch {
    return false; // forbidden in this browser
  }
}
