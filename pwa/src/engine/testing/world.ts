/** One seed decides everything: several devices type, sync, crash and lose their network, and nothing may be lost, shown twice or seen by a stranger. */
import type { Laid } from "../overlay";
import { sync } from "../run";
import type { Patch } from "../types";
import type { Data } from "./data";
import { Crash, Device, RULES } from "./device";
import { wire } from "./pull";
import { Server } from "./server";
import { weather } from "./weather";

/** A small random generator of its own, so that a seed means the same everywhere. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const wordsIn = (it: unknown): string[] => JSON.stringify(it)?.match(/w\d+x/g) ?? [];
const list = (value: unknown): string[] => (Array.isArray(value) ? value : []);
const SHARED = ["member:1:shared", "coaching:1"];

export class World {
  readonly server = new Server();
  readonly random: () => number;
  readonly devices: Device[] = [];
  readonly typed = new Map<string, string>();
  readonly removed = new Set<string>();
  readonly ids: string[] = [];
  readonly log: string[] = [];
  /** Texts that hold a word twice: where both sides moved passages about, keeping both may repeat one. */
  readonly twice: string[] = [];
  /** Whether the server is now and then restored from a backup. Then nobody loses sight of anything: with that their sent-box goes, and only what one still holds comes back. */
  readonly restores: boolean;
  private backup: Data | undefined;
  calm = false;
  private words = 0;

  constructor(seed: number, restores = false) {
    this.restores = restores;
    this.random = chance(seed);
    for (const person of ["bram", "sanne", "cora"]) this.server.grant(person, `self:${person}`, ...SHARED);
    for (const person of ["bram", "bram", "sanne", "cora"]) this.devices.push(this.device(person));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  private device(person: string): Device {
    const device = new Device(person, this.server);
    device.store.moment = () => {
      if (!this.calm && this.random() < 0.02) throw new Crash();
    };
    const wire = weather(
      (fates) => this.pick(fates),
      () => this.calm,
    );
    device.wire = (request, deliver) => {
      device.limit = this.calm ? 500 : this.pick([1, 3, 50]);
      return wire(request, deliver);
    };
    return device;
  }

  /** One act of someone, or of fate. */
  async step(): Promise<void> {
    this.server.now += 60_000;
    const device = this.pick(this.devices);
    device.time += 60_000;
    const luck = this.random();
    if (luck < 0.5) await this.act(device);
    else if (luck < 0.8) await this.sync(device);
    else if (luck < 0.85) await this.race(device);
    else this.fate();
  }

  private async act(device: Device): Promise<void> {
    try {
      if (this.random() < 0.2 || this.ids.length === 0) await this.create(device);
      else await this.edit(device);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  }

  private async create(device: Device): Promise<void> {
    const id = `r${this.ids.length}`;
    const word = this.word();
    const scope = this.pick(
      [`self:${device.person}`, ...SHARED].filter((name) => this.server.grants.get(device.person)?.has(name)),
    );
    this.ids.push(id);
    await this.commit(device, id, { text: word }, [word], [], scope);
  }

  private async edit(device: Device): Promise<void> {
    const shown = this.pick(device.screen());
    if (!shown) return;
    const { id, fields } = shown;
    if (shown.author === device.person && this.random() < 0.13) return this.own(device, shown);
    const [luck, word] = [this.random(), this.word()];
    if (luck < 0.12) return this.commit(device, id, { title: word }, [word], wordsIn(fields.title));
    if (luck < 0.24) return this.commit(device, id, { tags: [...list(fields.tags), word] }, [word], []);
    const text = String(fields.text ?? "")
      .split(" ")
      .filter(Boolean);
    const at = Math.floor(this.random() * (text.length + 1));
    const gone = luck < 0.34 && text.length > 1 ? text.splice(at, 1) : [];
    const typed = luck < 0.34 ? [] : [word];
    text.splice(at, 0, ...typed);
    return this.commit(device, id, { text: text.join(" ") }, typed, gone);
  }

  /** What only an author does: move, take back, delete. */
  private own(device: Device, { id, fields }: Laid): Promise<void> {
    if (this.random() < 0.25) return this.commit(device, id, { deleted: true }, [], wordsIn(fields));
    return this.commit(
      device,
      id,
      {},
      [],
      [],
      this.pick(this.restores ? SHARED : [`self:${device.person}`, ...SHARED]),
    );
  }

  private word(): string {
    return `w${++this.words}x`;
  }

  /** A word counts as typed once it is on the disk, also when the crash came right after. */
  private async commit(
    device: Device,
    id: string,
    set: Patch,
    typed: string[],
    gone: string[],
    scope?: string,
  ): Promise<void> {
    for (const word of gone) this.removed.add(word);
    this.log.push(`${device.person} ${id} ${JSON.stringify(set)} ${scope ?? ""}`);
    try {
      await device.note(id, set, scope === undefined ? {} : { scope });
    } finally {
      const kept = new Set(wordsIn([...device.store.outbox.values()]));
      for (const word of typed) if (kept.has(word)) this.typed.set(word, device.person);
    }
  }

  async sync(device: Device): Promise<void> {
    const before = new Map(device.screen().map((laid) => [laid.id, wordsIn(laid.fields)]));
    try {
      const report = await sync(device, RULES);
      this.log.push(`${device.person} sync ${JSON.stringify(report)}`);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      this.log.push(`${device.person} crash`);
    }
    if (!this.restores) this.stays(device, before); // what another device wrote comes back when that one syncs
  }

  /** Two tabs that know nothing of each other. */
  private async race(device: Device): Promise<void> {
    const both = await Promise.allSettled([sync(device, RULES), sync(device, RULES), this.act(device)]);
    for (const one of both) if (one.status === "rejected" && !(one.reason instanceof Crash)) throw one.reason;
  }

  /** I6: an own word that was on the screen is on the screen, in a version that waits for a choice, or in what did not arrive. */
  private stays(device: Device, before: Map<string, string[]>): void {
    const elsewhere = new Set(wordsIn([...device.store.held.values()]));
    for (const [id, words] of before) {
      const laid = device.shows(id);
      if (!laid) continue;
      const now = new Set(wordsIn([laid.fields, laid.siblings]));
      const lost = words.filter((word) => !now.has(word) && !elsewhere.has(word) && !this.removed.has(word));
      const own = lost.filter((word) => this.typed.get(word) === device.person);
      if (own.length > 0) throw new Error(`VIEW: ${own} vanished from ${id} of ${device.person}`);
    }
  }

  private fate(): void {
    const person = this.pick(["sanne", "cora"]);
    const scope = this.pick(SHARED);
    const luck = this.random();
    if (luck < 0.3 && !this.restores) this.server.revoke(person, scope);
    else if (luck < 0.8) this.server.grant(person, ...SHARED);
    else if (luck < 0.9 || !this.restores) this.server.collect(scope);
    else this.disaster();
  }

  private disaster(): void {
    if (this.backup) this.server.restore(this.backup);
    this.backup = this.backup ? undefined : this.server.backup();
  }

  /** The network is back and nobody types: everything must come to rest. */
  async rest(): Promise<void> {
    this.calm = true;
    for (let round = 0; round < 12; round++) for (const device of this.devices) await this.sync(device);
    for (const device of this.devices) {
      if (device.queue().length > 0)
        throw new Error(`LIVENESS: ${device.person} still has ${JSON.stringify(device.queue())}`);
      this.same(device);
      this.hidden(device);
    }
    this.kept();
  }

  /** I1 */
  private kept(): void {
    const { records, held, revisions } = this.server.data;
    const current = [...records.values()].map(({ fields, siblings }) => [fields, siblings]);
    const drafts = this.devices.map((device) => [...device.store.held.values()]);
    const seen = new Set(wordsIn([current, [...held.values()], drafts]));
    const old = new Set(wordsIn(revisions));
    const gone = [...this.typed.keys()].filter((word) => !seen.has(word) && !this.removed.has(word));
    for (const word of gone) throw new Error(old.has(word) ? `BURIED: ${word} only in old revisions` : `LOST: ${word}`);
    for (const { id, fields } of records.values()) {
      const words = wordsIn(fields);
      if (new Set(words).size < words.length) this.twice.push(`${id} ${JSON.stringify(fields)}`);
    }
  }

  /** I3 */
  private same(device: Device): void {
    const visible = [...this.server.data.records.values()].filter(({ id }) => this.server.sees(device.person, id));
    const there = JSON.stringify(visible.map((record) => wire(record)).sort((a, b) => a.id.localeCompare(b.id)));
    const rows = [...device.store.confirmed.values()].map(({ round: _, ...row }) => row);
    const here = JSON.stringify(rows.sort((a, b) => a.id.localeCompare(b.id)));
    if (here !== there) throw new Error(`DIVERGED: ${device.person}\n${here}\n${there}`);
    if (device.told.length > 0) throw new Error(`CHECK: ${device.told}`);
  }

  /** I2 */
  private hidden(device: Device): void {
    const { confirmed, sent, outbox } = device.store;
    const bases = [...outbox.values()].map((row) => row.baseFields);
    const visible = new Set(
      this.server.data.revisions
        .filter(({ id }) => this.server.sees(device.person, id))
        .flatMap(({ set }) => wordsIn(set)),
    );
    for (const word of wordsIn([[...confirmed.values()], [...sent.values()], bases])) {
      if (!visible.has(word) && this.typed.get(word) !== device.person)
        throw new Error(`LEAK: ${device.person} holds ${word}`);
    }
  }
}
