/** Bringing files to the server: piece by piece, only what is missing there. A page and the service worker do the same. */
import type { FailureKind } from "../engine/ports";
import { bytes } from "../net/bytes";
import { type Failure, failed } from "../net/failure";
import { alone } from "../store/alone";
import type { KeptFile } from "../store/file-rows";
import { PIECE } from "../store/pieces";
import { isRefused, isSafe, pieceOf, waitingToGo } from "../store/uploading";

/** What the server says of the file itself; it would say the same again. */
const FINAL = new Set(["quota", "too_large", "type_wrong", "tells_where", "hash_wrong", "malformed"]);

/** Everything that waits; undefined when nothing does any more, or another page is at it. `told` hears of each that changed. */
export async function uploadAll(person: string, told: () => unknown): Promise<FailureKind | undefined> {
  return alone(`maatje-uploads-${person}`, async () => {
    const { files, gen } = await waitingToGo(person);
    let left: FailureKind | undefined;
    for (const file of files) {
      const failure = await brought(person, file, gen);
      const means = failure && (await noted(person, file, failure));
      if (means === "stop") return failure?.kind;
      if (means === "later") left = "busy";
      await told();
    }
    return left;
  });
}

/** One file that cannot go does not keep the others. */
async function noted(
  person: string,
  { hash }: KeptFile,
  { kind, code }: Failure,
): Promise<"later" | "stop" | undefined> {
  if (kind !== "refused" && kind !== "too_big") return "stop";
  if (code === undefined || !FINAL.has(code)) return "later"; // a server that does not know files yet
  await isRefused(person, hash, code);
  return undefined;
}

/** What arrived was not what is here: a piece was spoilt on the way, and the server has let go of them all. Once more from the start. */
async function brought(person: string, file: KeptFile, gen: string | null): Promise<Failure | undefined> {
  const failure = await upload(person, file, gen);
  return failure?.code === "hash_wrong" ? upload(person, file, gen) : failure;
}

async function upload(
  person: string,
  { hash, bytes: size }: KeptFile,
  gen: string | null,
): Promise<Failure | undefined> {
  const pieces = Math.ceil(size / PIECE);
  const missing = await bytes.missing(hash, pieces, person);
  if (failed(missing)) return missing;
  for (const index of missing) {
    const piece = await pieceOf(person, hash, index);
    if (!piece) return undefined; // taken away meanwhile
    const answer = await bytes.send(hash, index, pieces, piece, person);
    if (failed(answer)) return answer;
  }
  await isSafe(person, hash, gen);
  return undefined;
}
