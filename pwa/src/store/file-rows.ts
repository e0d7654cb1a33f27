/** The rows of what is no text: files in pieces, and a recording that is not a file yet. Bytes are ArrayBuffers, because WebKit
 *  has stored and sent Blobs empty. */
import type { Consent, FileType } from "../records/files";

/** Row of `files`, keyed by `hash`. */
export interface KeptFile {
  hash: string;
  type: FileType;
  bytes: number;
  /** The records it is here for. None: it was taken out again, and goes when nobody can want it back. */
  records: string[];
  /** Made on this device, and not fetched. */
  own: boolean;
  /** The generation of the server in which it was all there; a server that was restored may have lost it. */
  safeIn: string | null;
  /** Why the server does not want it. */
  refused?: string;
  /** When somebody last looked at it (ms, this device's clock). */
  used: number;
}

/** Row of `pieces`, keyed by [`hash`, `index`]: as it goes over the wire. */
export interface Piece {
  hash: string;
  index: number;
  data: ArrayBuffer;
}

/** Row of `recordings`, keyed by `id`: what was recorded so far, and is not in its record yet. */
export interface Recording {
  id: string;
  record: string;
  type: FileType;
  consent: Consent;
  at: string;
  slices: number;
  seconds: number;
}

/** Row of `slices`, keyed by [`recording`, `index`]. */
export interface Slice {
  recording: string;
  index: number;
  data: ArrayBuffer;
}

/** Made here, wanted, and as far as this device knows not on the server that is there now. */
export function waits({ own, safeIn, records }: KeptFile, gen: string | null): boolean {
  return own && records.length > 0 && (safeIn === null || safeIn !== gen);
}
