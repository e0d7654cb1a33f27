/** Everything that is only on this device, whole: for a copy that a person keeps elsewhere. */
import type { Draft, HeldDraft, Mutation } from "../engine/types";
import { transact } from "./db";
import { partsOf } from "./file-rows";
import { files, placeOf, recordings } from "./files";
import { memory } from "./memory";
import { joined } from "./pieces";

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
  const waiting = [...files.value.values()].filter(({ hash }) => placeOf(hash) !== "safe");
  return transact(["pieces", "slices"], "readonly", async (tx) => {
    const made = waiting.map(async ({ hash, type }) => ({
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
