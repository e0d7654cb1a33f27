/** A sign-out that the server could not be told: its cookie still works, so it is ended at the next chance. */
const KEY = "maatje-sign-out-owed";

export function owe(): void {
  remember((store) => store.setItem(KEY, "yes"));
}

export function owed(): boolean {
  return remember((store) => store.getItem(KEY)) !== null;
}

export function paid(): void {
  remember((store) => store.removeItem(KEY));
}

function remember<T>(work: (store: Storage) => T): T | null {
  try {
    return work(localStorage);
  } catch {
    return null; // forbidden in this browser: then the cookie lives until the device is signed out from elsewhere
  }
}
