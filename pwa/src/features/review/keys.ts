/** Keys for whoever reads many: n, j and k. Never while typing, and they can be switched off, for who speaks to the computer. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

export type Keys = Readonly<Record<string, () => void>>;

const KEPT = "maatje-review-keys";

export const keysOn = signal(remembered());

export function switchKeys(on: boolean): void {
  keysOn.value = on;
  try {
    localStorage.setItem(KEPT, on ? "on" : "off");
  } catch {
    // Forbidden in this browser: the choice lasts as long as the page.
  }
}

export function useKeys(keys: Keys): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = keys[event.key];
      if (!act || !keysOn.peek() || held(event) || typing(event.target)) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  });
}

const held = (event: KeyboardEvent) => event.ctrlKey || event.metaKey || event.altKey || event.isComposing;

/** In a field, or while a sheet is open. */
function typing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog") !== null;
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true; // forbidden in this browser
  }
}
