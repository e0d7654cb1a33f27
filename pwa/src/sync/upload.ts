/** Bringing files to the server: piece by piece, only what is missing there. A page and the service worker do the same. */
import type { FailureKind } from "../engine/ports";
import { bytes } from "../net/bytes";
import { Failure, failed } from "../net/failure";
import { alone } from "../store/alone";
import type { KeptFile } from "../store/file-rows";
import { PIECE } from "../store/pieces";
import { isRefused, isSafe, pieceOf, type Waiting, waitingToGo } from "../store/uploading";

/** What the server says of the file itself; it would say the same again. */
const FINAL = new Set(["quota", "too_large", "type_wrong", "tells_where", "hash_wrong", "malformed"]);

/** Everything that waits; undefined when nothing does any more, or another page is at it. `told` hears of each that changed. */
export async function uploadAll(person: string, told: () => unknown): Promise<FailureKind | undefined> {
  return alone(`maatje-uploads-${person}`, async () => {
    const { files, ...now } = await waitingToGo(person);
    let left: FailureKind | undefined;
    for (const file of files) {
      const failure = await brought(person, file, now);
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

/** When they were looked up. */
type Now = Omit<Waiting, "files">;

/** What arrived was not what is here: a piece was spoilt on the way, and the server has let go of them all. Once more from the start. */
async function brought(person: string, file: KeptFile, now: Now): Promise<Failure | undefined> {
  const failure = await upload(person, file, now);
  return failure?.code === "hash_wrong" ? upload(person, file, now) : failure;
}

/** Whatever is on the way can answer a piece as our server does: safe is what the server says in words that it has. */
async function upload(person: string, file: KeptFile, { gen, unnamed }: Now): Promise<Failure | undefined> {
  const pieces = Math.ceil(file.bytes / PIECE);
  const missing = await bytes.missing(file.hash, pieces, person);
  if (failed(missing)) return missing;
  for (const index of missing) {
    const piece = await pieceOf(person, file.hash, index);
    if (!piece) return undefined; // taken away meanwhile
    const answer = await bytes.send(file.hash, index, pieces, piece, person);
    if (failed(answer)) return answer;
  }
  const left = missing.length > 0 ? await bytes.missing(file.hash, pieces, person) : missing;
  if (failed(left)) return left;
  if (left.length > 0) return new Failure("offline");
  if (!unnamed.has(file.hash)) await isSafe(person, file, gen);
  return undefined;
}
