/** What lies between the pages of one device: locks that one of them can hold, and channels in which one speaks and the others hear. */
import type { Chance } from "./chance";

/** A page, as far as the others depend on it. */
export interface Listener {
  readonly dead: boolean;
  /** Now, or when it is no longer frozen; never if it is killed first. */
  whenAwake(task: () => void): void;
}

type Work<T> = (lock: object | null) => Promise<T>;

/** Web Locks, as much of them as the client asks for: to have one now, or not at all. A page that is killed lets go of its own. */
export class Locks {
  private readonly holders = new Map<string, Listener>();

  async request<T>(page: Listener, name: string, work: Work<T>): Promise<T> {
    const holder = this.holders.get(name);
    if (holder && !holder.dead) return work(null);
    this.holders.set(name, page);
    return work({ name }).finally(() => this.holders.get(name) === page && this.holders.delete(name));
  }
}

/** What is said is heard a few tasks later, by chance: before or after what else is going on. In each page in the order in which it
 *  was said there. */
export class Air {
  private readonly channels = new Set<Channel>();
  private readonly random: Chance;

  constructor(random: Chance) {
    this.random = random;
  }

  /** What a page finds as `BroadcastChannel`. */
  channelFor(page: Listener): typeof BroadcastChannel {
    const air = this;
    return class {
      private readonly own: Channel;

      constructor(name: string) {
        this.own = { name, page, onmessage: null, heard: [] };
        air.channels.add(this.own);
      }

      set onmessage(heard: Channel["onmessage"]) {
        this.own.onmessage = heard;
      }

      postMessage(data: unknown): void {
        if (!page.dead) air.say(this.own, data);
      }

      close(): void {
        air.channels.delete(this.own);
      }
    } as unknown as typeof BroadcastChannel;
  }

  private say(from: Channel, data: unknown): void {
    const others = [...this.channels].filter((one) => one !== from && one.name === from.name);
    for (const one of others) {
      one.heard.push(structuredClone(data));
      this.carry(one, Math.floor(this.random() * 6));
    }
  }

  private carry(to: Channel, tasks: number): void {
    if (tasks > 0) setImmediate(() => this.carry(to, tasks - 1));
    else to.page.whenAwake(() => this.channels.has(to) && to.onmessage?.({ data: to.heard.shift() }));
  }
}

interface Channel {
  name: string;
  page: Listener;
  onmessage: ((event: { data: unknown }) => void) | null;
  /** Said, and not heard yet. */
  heard: unknown[];
}

declare function setImmediate(task: () => void): void;
