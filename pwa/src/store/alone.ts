/** One page of this browser at a time. Without Web Locks each does it for itself: more traffic, the same result. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  if (!navigator.locks) return work();
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => (lock ? work() : undefined));
}
