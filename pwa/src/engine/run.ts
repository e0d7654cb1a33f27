/** One sync run over the five ports: ask, send, take in, until there is no more on either side. */
import { isAnswer, needFor, type Taken, takeIn } from "./answer";
import { Desk } from "./desk";
import { setAside } from "./held";
import type { Failure, FailureKind, Ports } from "./ports";
import { type Asked, ask, type Wish } from "./request";
import type { Answer, Rules } from "./types";

export interface Report {
  /** Why the run ended before everything was said; undefined when it is complete. */
  failure?: FailureKind;
  code?: string | undefined;
  /** Requests that were answered and taken in. */
  rounds: number;
  /** Mutations that still wait. */
  waiting: number;
  /** As in `Taken`, over the whole run. */
  unshared: string[];
  differs: string[];
  held: number | undefined;
}

/** A run that says nothing new this often is over: another tab may be answering, or the server does not. */
const IDLE = 3;
const WHOLE = 500;
/** However much there is, a run ends; the next one goes on where it stopped. */
const LONGEST = 2000;

/** undefined: somebody else on this device is at it. */
export function sync(ports: Ports, rules: Rules, wish: Pick<Wish, "only"> = {}): Promise<Report | undefined> {
  return ports.locks.alone(() => new Run(ports, rules, wish).go());
}

/** When the page hides: one request that outlives it. Its answer is left alone; what it pushed is answered again next time. */
export async function farewell({ store, net, clock }: Ports): Promise<void> {
  const { request } = await store.transact({}, ask({ farewell: true }, clock.now()));
  if (request.mutations.length > 0) await net.sync(request, true);
}

/** Neither an answer nor a failure: something between us and the server spoke. */
function asFailure(it: unknown): Failure {
  return typeof it === "object" && it !== null && "kind" in it ? (it as Failure) : { kind: "offline" };
}

class Run {
  private readonly ports: Ports;
  private readonly rules: Rules;
  private readonly wish: Pick<Wish, "only">;
  private readonly report: Report = { rounds: 0, waiting: 0, unshared: [], differs: [], held: undefined };
  private most = WHOLE;
  /** Refused alone; is it this mutation, or does the server refuse everything? A request without any tells. */
  private suspect: { mid: string; reason: "too_big" | "refused" } | undefined;
  private idle = 0;

  constructor(ports: Ports, rules: Rules, wish: Pick<Wish, "only">) {
    this.ports = ports;
    this.rules = rules;
    this.wish = wish;
  }

  async go(): Promise<Report> {
    let goesOn = true;
    while (goesOn) goesOn = await this.round();
    this.report.waiting = await this.ports.store.transact({}, ({ outbox }) => ({
      changes: null,
      result: outbox.length,
    }));
    for (const scope of this.report.differs) await this.ports.net.differs(scope);
    return this.report;
  }

  private async round(): Promise<boolean> {
    const { store, net, clock } = this.ports;
    const asked = await store.transact({}, ask({ ...this.wish, most: this.most }, clock.now()));
    const answer = await net.sync(asked.request);
    if (!isAnswer(answer)) return this.failed(asFailure(answer), asked);
    const taken = await this.take(answer, asked);
    return taken ? this.said(taken, asked) : ++this.idle < IDLE;
  }

  private take(answer: Answer, asked: Asked): Promise<Taken | null> {
    return this.ports.store.transact(needFor(answer, asked), takeIn(answer, asked, this.ports, this.rules));
  }

  /** Goes on while there is more to read, to say, or to say again. */
  private async said(taken: Taken, { request }: Asked): Promise<boolean> {
    this.report.rounds++;
    this.report.held = taken.held;
    this.report.unshared.push(...taken.unshared);
    this.report.differs = [...new Set([...this.report.differs, ...taken.differs])];
    await this.aside();
    this.most = Math.min(WHOLE, this.most * 2 || 1);
    const waits = await this.ports.store.transact({}, ({ outbox }) => ({ changes: null, result: outbox.length > 0 }));
    const unheard = request.mutations.length > 0 && taken.answered === 0;
    this.idle = unheard && !taken.more && !taken.stale ? this.idle + 1 : 0;
    return this.report.rounds < LONGEST && (taken.more || (waits && this.idle < IDLE));
  }

  /** Too much at once, or something the server cannot read: half of it, down to the one, which is set aside. */
  private failed(failure: Failure, { request }: Asked): boolean {
    const { kind: reason } = failure;
    const [one] = request.mutations;
    if ((reason !== "too_big" && reason !== "refused") || !one) return this.stop(failure);
    this.most = Math.floor(request.mutations.length / 2);
    if (this.most === 0) this.suspect = { mid: one.mid, reason };
    return true;
  }

  private async aside(): Promise<void> {
    const { suspect } = this;
    if (!suspect) return;
    this.suspect = undefined;
    await this.ports.store.transact({}, (slice) => {
      const desk = new Desk(slice);
      for (const row of desk.queue()) if (row.mid === suspect.mid) setAside(desk, row, suspect.reason);
      return { changes: desk.changes(), result: undefined };
    });
  }

  private stop({ kind, code }: Failure): false {
    Object.assign(this.report, { failure: kind, code });
    return false;
  }
}
