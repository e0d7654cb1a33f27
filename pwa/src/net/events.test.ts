import { beforeEach, expect, test, vi } from "vitest";
import { listen } from "./events";

class FakeStream {
  static readonly CLOSED = 2;
  static all: FakeStream[] = [];
  readyState = 1;
  onopen = () => {};
  onmessage = (_: { data: string }) => {};
  onerror = () => {};
  constructor() {
    FakeStream.all.push(this);
  }
  close() {
    this.readyState = FakeStream.CLOSED;
  }
}
const living = () => FakeStream.all.filter((stream) => stream.readyState !== FakeStream.CLOSED);
let around: EventTarget;
let page: EventTarget & { visibilityState: string };

beforeEach(() => {
  vi.useFakeTimers();
  FakeStream.all = [];
  page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  vi.stubGlobal("document", page);
  around = new EventTarget();
  vi.stubGlobal("addEventListener", around.addEventListener.bind(around));
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("EventSource", FakeStream);
  return () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  };
});

const heard = () => ({ poked: vi.fn(), opened: vi.fn() });

test("a poke names its scopes; one that cannot be read asks for everything", () => {
  const listener = heard();
  const stop = listen(listener);
  FakeStream.all[0]?.onmessage({ data: '{"scopes": ["agenda:c"]}' });
  FakeStream.all[0]?.onmessage({ data: "<html>" });
  stop();

  expect(listener.poked.mock.calls).toEqual([[["agenda:c"]], [[]]]);
  expect(living()).toEqual([]);
});

test("a hidden page does not listen, one that is back does", () => {
  const stop = listen(heard());
  page.visibilityState = "hidden";
  page.dispatchEvent(new Event("visibilitychange"));
  const whileHidden = living().length;
  page.visibilityState = "visible";
  page.dispatchEvent(new Event("visibilitychange"));

  expect([whileHidden, living().length]).toEqual([0, 1]);
  stop();
});

test("without a network nobody listens, and the stream opens again with it", () => {
  const stop = listen(heard());
  vi.stubGlobal("navigator", { onLine: false });
  around.dispatchEvent(new Event("offline"));
  const without = living().length;
  vi.stubGlobal("navigator", { onLine: true });
  around.dispatchEvent(new Event("online"));

  expect([without, living().length]).toEqual([0, 1]);
  stop();
});

test("a stream that the browser gave up is opened again, later and later", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  const stop = listen(heard());
  const waits: number[] = [];
  for (let fall = 0; fall < 3; fall++) {
    living()[0]?.close();
    FakeStream.all.at(-1)?.onerror();
    const before = Date.now(); // of the fake timers, like every wait here
    await vi.advanceTimersToNextTimerAsync();
    waits.push(Date.now() - before);
  }
  const open = living().length;
  stop();

  expect(open).toBe(1);
  expect(waits).toEqual([1_000, 2_000, 4_000]);
});
