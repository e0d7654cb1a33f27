/** Whether there is room for pictures and sound. Text is always taken. */
const LEAST = 200 * 1_000_000;

export async function spaceIsLow(): Promise<boolean> {
  if (!navigator.storage?.estimate) return false;
  const { quota, usage } = await navigator.storage.estimate();
  return quota !== undefined && usage !== undefined && quota - usage < LEAST;
}
