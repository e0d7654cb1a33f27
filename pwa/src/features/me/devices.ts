/** The devices one is signed in on. Pure. */
import type { Device } from "../../records/account";
import type { IconName } from "../../ui/icons";

/** This one first, then by last contact. */
export function inOrder(devices: readonly Device[]): Device[] {
  return [...devices].sort(
    (a, b) => Number(b.current) - Number(a.current) || b.last_contact.localeCompare(a.last_contact),
  );
}

export function iconOf({ device }: Device): IconName {
  return /iPhone|iPad|Android/.test(device) ? "phone" : "laptop";
}
