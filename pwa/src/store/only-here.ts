/** Everything that is only on this device, whole: for a copy that a person keeps elsewhere. */
import type { Draft, HeldDraft, Mutation } from "../engine/types";
import { transact } from "./db";
import { recordings } from "./files";
import { memory, waitingFiles } from "./memory";
import { joined } from "./pieces";
import { partsOf } from "./shape";

export interface OnlyHere {
  changes: Mutation[];
  drafts: Draft[];
  held: HeldDraft[];
  media: { type: string; data: ArrayBuffer }[];
}

export async function onlyHere(): Promise<OnlyHere> {
  const { outbox, waiting, drafts, held } = memory();
  return {
    changes: [...outbox.values(), ...waiting.values()].flat().map(({ mutation }) => mutation),
    drafts: [...drafts.values()].flatMap((ofRecord) => [...ofRecord.values()]),
    held: [...held.values()],
    media: await media(),
  };
}

async function media(): Promise<OnlyHere["media"]> {
  return transact(["pieces", "slices"], "readonly", async (tx) => {
    const made = waitingFiles().map(async ({ hash, type }) => ({
      type,
      data: joined(await tx.objectStore("pieces").getAll(partsOf(hash))),
    }));
    const recorded = recordings.value.map(async ({ id, type }) => ({
      type,
      data: joined(await tx.objectStore("slices").getAll(partsOf(id))),
    }));
    return Promise.all([...made, ...recorded]);
  });
}
