/** What of other people still waits on this device. It stays locked to them: all that is told is that there is something. */
import { databaseOf } from "./db";

/** A database stays after a sign-out only if something in it had not been sent. */
export async function othersWait(me: string | null): Promise<boolean> {
  const all = await known();
  return all.some((name) => name.startsWith(databaseOf("")) && (me === null || name !== databaseOf(me)));
}

async function known(): Promise<string[]> {
  try {
    return ((await indexedDB.databases?.()) ?? []).map(({ name }) => name ?? "");
  } catch {
    return []; // a browser that will not list its databases: nothing can be said, and nothing is lost
  }
}
