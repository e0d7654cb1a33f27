import { beforeEach, expect, test, vi } from "vitest";
import { scheduler } from "./scheduler";

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

/** A thing that takes as long as it is told to. */
function job() {
  let end = () => {};
  const run = vi.fn(
    () =>
      new Promise<void>((done) => {
        end = done;
      }),
  );
  const finish = async () => {
    end();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { run, finish, when: scheduler(run) };
}

test("the earliest of what is asked for counts, and once is enough", async () => {
  const { run, when } = job();
  when.schedule(5_000);
  when.schedule(2_000);
  when.schedule(3_000);

  await vi.advanceTimersByTimeAsync(1_999);
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(run).toHaveBeenCalledOnce();
});

test("what is asked for while it runs comes after, and never beside it", async () => {
  const { run, finish, when } = job();
  when.schedule(0);
  await vi.advanceTimersByTimeAsync(0);
  when.schedule(1_000);
  await vi.advanceTimersByTimeAsync(60_000);
  const meanwhile = run.mock.calls.length;
  await finish();

  expect([meanwhile, run.mock.calls.length]).toEqual([1, 2]);
});

test("after a failure nothing comes before the agreed moment, save at once", async () => {
  const { run, finish, when } = job();
  when.schedule(0);
  await vi.advanceTimersByTimeAsync(0);
  when.schedule(0);
  when.backOff(8_000);
  await finish();
  when.schedule(100);
  await vi.advanceTimersByTimeAsync(7_999);
  const waited = run.mock.calls.length;
  when.atOnce();
  await vi.advanceTimersByTimeAsync(0);

  expect([waited, run.mock.calls.length]).toEqual([1, 2]);
});

test("once cancelled it does nothing more, also not what was asked for while it ran", async () => {
  const { run, finish, when } = job();
  when.schedule(0);
  await vi.advanceTimersByTimeAsync(0);
  when.schedule(10);
  when.cancel();
  await finish();
  when.schedule(0);
  await vi.advanceTimersByTimeAsync(60_000);

  expect(run).toHaveBeenCalledOnce();
});

test("a clock that is set back stops nothing", async () => {
  const run = vi.fn(() => Promise.resolve());
  const when = scheduler(run);
  when.backOff(1_000);
  vi.setSystemTime(Date.parse("2001-01-01"));
  when.schedule(0);
  await vi.advanceTimersByTimeAsync(1_000);
  when.schedule(0);
  await vi.advanceTimersByTimeAsync(0);

  expect(run).toHaveBeenCalledTimes(2);
});
