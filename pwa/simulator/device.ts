/** One device: what its pages share, which is its disk, its clock, and what lies between them. */
import * as fake from "fake-indexeddb";
import { Air, Locks } from "./between";
import type { Chance } from "./chance";
import type { Life } from "./disk";
import { rowsOf } from "./disk";

/** `skew`: how far its clock is off; `locks`: whether its browser knows Web Locks. */
export interface Making {
  skew: number;
  locks: boolean;
  pages: string[];
}

export class Device {
  readonly factory = new fake.IDBFactory();
  readonly shelf: Record<string, string> = {};
  readonly random: Chance;
  readonly locks: Locks | undefined;
  readonly air: Air;
  skew: number;

  constructor({ skew, locks }: Making, random: Chance) {
    this.random = random;
    this.skew = skew;
    this.locks = locks ? new Locks() : undefined;
    this.air = new Air(random);
  }

  /** Everything it keeps, as one value. */
  async keeps(): Promise<unknown> {
    return { ...(await rowsOf(this.factory)), localStorage: this.shelf };
  }

  /** Its localStorage, as a page finds it. As plain as the real one: its keys are its own. */
  storage(life: Pick<Life, "dead">): Storage {
    const { shelf } = this;
    const verbs: Record<string, unknown> = {
      getItem: (key: string) => shelf[key] ?? null,
      setItem: (key: string, value: string) => life.dead || Object.assign(shelf, { [key]: value }),
      removeItem: (key: string) => life.dead || delete shelf[key],
    };
    return new Proxy(shelf, { get: (_, name) => verbs[String(name)] ?? shelf[String(name)] }) as unknown as Storage;
  }
}
