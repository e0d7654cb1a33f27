/** The engine's five doors in a browser: a page and the service worker use the same. */
import type { Changes, Ports } from "../engine/ports";
import type { Answer } from "../engine/types";
import { api } from "../net/api";
import { uuid7 } from "../records/ids";
import { alone } from "../store/alone";
import { storePort } from "../store/port";

/** `told` hears what was written to the disk. Not `polite`: the lock is left alone, because whoever holds it does nothing. */
export function portsFor(person: string, told: (changes: Changes) => void, polite = true): Ports {
  return {
    store: storePort(person, told),
    net: {
      sync: (request, keepalive = false) => api.sync<Answer>(request, { person, keepalive }),
      differs: async (scope) => {
        await api.digest(scope);
      },
    },
    clock: { now: () => Date.now() },
    random: { mid: uuid7, fraction: () => Math.random() },
    locks: { alone: (work) => (polite ? alone(`maatje-sync-${person}`, work) : work()) },
  };
}
