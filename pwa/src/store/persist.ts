/** Ask the browser, once and after the first saved entry, not to throw our data away when space gets short. */
let asked = false;

export function persist(): void {
  if (asked || typeof navigator === "undefined" || !navigator.storage?.persist) return;
  asked = true;
  navigator.storage.persist().catch(() => {}); // a browser that refuses has told us what we would otherwise assume
}
