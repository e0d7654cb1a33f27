/** One line for everything that is written to the disk, so that it lands in the order in which it was done. */
import { memory } from "./memory";

let line: Promise<unknown> = Promise.resolve();

/** Does the work when all that was asked for before it is done; not any more once somebody else is signed in. */
export function inLine<T>(work: () => Promise<T>): Promise<T> {
  const mine = memory();
  const next = line.then(() => {
    if (mine !== memory()) throw new Error("this is no longer whose it was");
    return work();
  });
  line = next.catch(() => {}); // whoever asked hears of it; the next in line must not
  return next;
}

/** Everything asked for so far is on the disk, or is known not to get there. */
export async function lineEnd(): Promise<void> {
  await line;
}
