/** The verbs of photos and voice notes in a logboek. */
import { attach } from "../../store/attach";
import type { Recording } from "../../store/files";
import { inHand, recorded, throwAway } from "../../store/recordings";
import { type PhotoProblem, photoOf } from "./photo";

export type FileProblem = PhotoProblem | "disk";

/** undefined: it is in the logboek and on the disk. */
export async function addPhoto(entry: string, picked: File): Promise<FileProblem | undefined> {
  const photo = await photoOf(picked);
  if (typeof photo === "string") return photo;
  return kept(attach("logboek", entry, photo.facts, photo.data));
}

/** Made of its slices, and from then on a file like any other. */
export async function keepRecording({
  id,
  record,
  type,
  seconds,
  consent,
}: Recording): Promise<FileProblem | undefined> {
  const length = Math.round(seconds * 10) / 10;
  return kept(
    recorded(id).then((data) => attach("logboek", record, { type, what: "voice", seconds: length, consent }, data, id)),
  );
}

/** Not while another window is still recording it: then nothing is done, and false is answered. */
export async function settleWaiting(recording: Recording, act: "keep" | "throwAway"): Promise<FileProblem | boolean> {
  const work = act === "keep" ? () => keepRecording(recording) : () => throwAway(recording.id);
  const done = await inHand(recording.id, async () => (await work()) ?? true);
  return done ?? false;
}

/** A disk that refuses has changed nothing, and the person is told. */
async function kept(work: Promise<unknown>): Promise<FileProblem | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    console.warn("the disk refused a file", (error as Error)?.name);
    return "disk";
  }
}
