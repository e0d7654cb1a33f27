/** One page that is open on a device, or can be. Each has its own copy of every module of the client. */
import * as fake from "fake-indexeddb";
import { chanceOfPage } from "./chance";
import type { Device } from "./device";
import { disk, type Life } from "./disk";
import { fetchOf } from "./net";
import type * as Page from "./page";
import { Timers, timeNow } from "./time";

/** A page, as a function of everything it finds around it. */
export type MakePage = (globals: Record<string, unknown>) => typeof Page;

export class Tab {
  readonly device: Device;
  readonly name: string;
  private readonly make: MakePage;
  private document = newDocument();
  life: PageLife | null = null;
  page: typeof Page | null = null;

  constructor(device: Device, name: string, make: MakePage) {
    this.device = device;
    this.name = name;
    this.make = make;
  }

  open(): typeof Page {
    this.kill();
    this.life = new PageLife();
    this.page = this.make(this.globals(this.life));
    return this.page;
  }

  kill(): void {
    this.life?.die();
    this.page = null;
  }

  looks(visibilityState: "hidden" | "visible"): void {
    if (!this.page) return;
    Object.assign(this.document, { visibilityState });
    this.document.dispatchEvent(new Event("visibilitychange"));
  }

  /** A newer version of the app wants the database. */
  update(): void {
    for (const db of this.life?.databases ?? []) db.dispatchEvent(new fake.IDBVersionChangeEvent("versionchange"));
  }

  private globals(life: PageLife): Record<string, unknown> {
    const { timers } = life;
    const { device } = this;
    const nowhere = new EventTarget();
    const locks = device.locks && { request: asked(life, device.locks) };
    this.document = newDocument();
    return {
      ...IDB,
      ...chanceOfPage(device.random),
      indexedDB: disk(device.factory, life),
      fetch: fetchOf(this.name, life),
      Date: dateOf(() => timeNow() + device.skew),
      localStorage: device.storage(life),
      document: this.document,
      addEventListener: nowhere.addEventListener.bind(nowhere),
      navigator: { onLine: true, userAgent: "", locks },
      BroadcastChannel: device.air.channelFor(life),
      setTimeout: (ring: () => void, after?: number) => timers.set(ring, after),
      clearTimeout: (id?: number) => timers.clear(id),
      location: { reload: () => {} },
      console: { ...console, warn: () => {} },
    };
  }
}

/** Whether a page still lives, and how long it has; and whether it stands still, as phones do with what nobody looks at. */
export class PageLife implements Life {
  readonly timers = new Timers();
  readonly databases: (EventTarget & { close(): void })[] = [];
  dead = false;
  frozen = false;
  private late: (() => void)[] = [];
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
    for (const db of this.databases.splice(0)) db.close(); // nobody waits for a page that is no more
  }

  whenAwake(task: () => void): void {
    if (this.dead) return;
    if (this.frozen) this.late.push(task);
    else task();
  }

  thaw(): void {
    this.frozen = false;
    for (const task of this.late.splice(0)) setImmediate(() => this.whenAwake(task));
  }
}

declare function setImmediate(task: () => void): void;

/** What `idb` looks for by name. CompressionStream and EventSource are not there, and the client copes. */
const IDB = Object.fromEntries(Object.entries(fake).filter(([name]) => name.startsWith("IDB")));

function asked(life: PageLife, locks: NonNullable<Device["locks"]>) {
  return (name: string, _: object, work: (lock: object | null) => Promise<unknown>) => locks.request(life, name, work);
}

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
