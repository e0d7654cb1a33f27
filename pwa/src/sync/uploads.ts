/** When files go: after the records and beside them, and again later where the line broke off. And how one is fetched. */
import { delayAfter } from "../engine/backoff";
import type { FailureKind } from "../engine/ports";
import { bytes } from "../net/bytes";
import { failed } from "../net/failure";
import { tell } from "../store/files";
import { onFetching, type Why } from "../store/originals";
import { unplugged } from "../store/status";
import { sweep } from "../store/uploading";
import { scheduler } from "./scheduler";
import { uploadAll } from "./upload";

export interface Uploads {
  /** The records have gone: now the files may. */
  wake(): void;
  stop(): void;
}

export function uploads(person: string): Uploads {
  let failures = 0;
  const turns = scheduler(async () => {
    if (unplugged()) return; // the next round of records wakes it
    const failure = await uploadAll(person, tell).catch(broken);
    failures = failure ? failures + 1 : 0;
    if (!failure || failure === "signed_out" || failure === "revoked") return;
    const delay = delayAfter(failures - 1, Math.random());
    turns.backOff(delay);
    turns.schedule(delay);
  });
  onFetching((hash) => fetched(hash, person));
  sweep(person).catch(broken);
  return { wake: () => turns.schedule(0), stop: () => turns.cancel() };
}

const WHY: Readonly<Partial<Record<FailureKind, Why>>> = { offline: "offline", refused: "missing" };

async function fetched(hash: string, person: string): Promise<ArrayBuffer | Why> {
  const answer = await bytes.fetch(hash, person);
  return failed(answer) ? (WHY[answer.kind] ?? "later") : answer;
}

/** Only the disk throws: the network answers with a failure. */
function broken(error: unknown): FailureKind {
  console.warn("a file did not go", (error as Error)?.name);
  return "busy";
}
