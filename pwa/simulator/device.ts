/** One device: what it keeps, and the page that is open on it. Each page has its own copy of every module of the client. */
import * as fake from "fake-indexeddb";
import { type Chance, chanceOfPage } from "./chance";
import { disk, type Life, rowsOf } from "./disk";
import { fetchOf } from "./net";
import type * as Page from "./page";
import { Timers, timeNow } from "./time";

/** A page, as a function of everything it finds around it. */
export type MakePage = (globals: Record<string, unknown>) => typeof Page;

export class Device {
  readonly factory = new fake.IDBFactory();
  readonly shelf: Record<string, string> = {};
  readonly name: string;
  private readonly make: MakePage;
  private readonly random: Chance;
  /** How far its clock is off. */
  private skew: number;
  private document = newDocument();
  life: PageLife | null = null;
  page: typeof Page | null = null;

  constructor(name: string, make: MakePage, random: Chance, skew: number) {
    this.name = name;
    this.make = make;
    this.random = random;
    this.skew = skew;
  }

  open(): typeof Page {
    this.kill();
    this.life = new PageLife();
    this.page = this.make(this.globals(this.life));
    return this.page;
  }

  /** Somebody leaves the app, sets the clock, and comes back. */
  setClock(skew: number): void {
    this.looks("hidden");
    this.skew = skew;
    this.looks("visible");
  }

  private looks(visibilityState: string): void {
    if (!this.page) return;
    Object.assign(this.document, { visibilityState });
    this.document.dispatchEvent(new Event("visibilitychange"));
  }

  /** A newer version of the app wants the database. */
  update(): void {
    for (const db of this.life?.databases ?? []) db.dispatchEvent(new fake.IDBVersionChangeEvent("versionchange"));
  }

  kill(): void {
    this.life?.die();
    this.page = null;
  }

  /** Everything it keeps, as one value. */
  async keeps(): Promise<unknown> {
    return { ...(await rowsOf(this.factory)), localStorage: this.shelf };
  }

  private globals(life: PageLife): Record<string, unknown> {
    const { timers } = life;
    const nowhere = new EventTarget();
    this.document = newDocument();
    return {
      ...IDB,
      ...chanceOfPage(this.random),
      indexedDB: disk(this.factory, life),
      fetch: fetchOf(this.name, life),
      Date: dateOf(() => timeNow() + this.skew),
      localStorage: storage(this.shelf, life),
      document: this.document,
      addEventListener: nowhere.addEventListener.bind(nowhere),
      navigator: { onLine: true, userAgent: "" },
      setTimeout: (ring: () => void, after?: number) => timers.set(ring, after),
      clearTimeout: (id?: number) => timers.clear(id),
      location: { reload: () => {} },
      console: { ...console, warn: () => {} },
    };
  }
}

/** Whether a page still lives, and how long it has. */
export class PageLife implements Life {
  readonly timers = new Timers();
  readonly databases: EventTarget[] = [];
  dead = false;
  private left = Number.POSITIVE_INFINITY;

  dieAfter(moments: number): void {
    this.left = moments;
  }

  moment(): void {
    if (--this.left < 0) this.die();
  }

  die(): void {
    this.dead = true;
    this.timers.clearAll();
  }
}

/** What `idb` looks for by name. BroadcastChannel, CompressionStream and EventSource are not there, and the client copes. */
const IDB = Object.fromEntries(Object.entries(fake).filter(([name]) => name.startsWith("IDB")));

function newDocument(): EventTarget {
  return Object.assign(new EventTarget(), { visibilityState: "visible" });
}

function dateOf(now: () => number): DateConstructor {
  return class extends Date {
    constructor(...args: []) {
      if (args.length === 0) super(now());
      else super(...args);
    }
    static override now() {
      return now();
    }
  } as unknown as DateConstructor;
}

/** As plain as the real one: its keys are its own. */
function storage(shelf: Record<string, string>, life: Life): Storage {
  const verbs: Record<string, unknown> = {
    getItem: (key: string) => shelf[key] ?? null,
    setItem: (key: string, value: string) => life.dead || Object.assign(shelf, { [key]: value }),
    removeItem: (key: string) => life.dead || delete shelf[key],
  };
  return new Proxy(shelf, { get: (_, name) => verbs[String(name)] ?? shelf[String(name)] }) as unknown as Storage;
}
