/** What a file of Maatje is called once it is saved elsewhere. Pure. */
import type { FileType } from "../../records/files";

const ENDS: Readonly<Record<FileType, string>> = {
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/png": "png",
  "audio/webm": "webm",
  "audio/mp4": "m4a",
  "audio/ogg": "ogg",
};

export function nameFor({ type, at }: { type: FileType; at?: string }): string {
  return `maatje${at ? `-${at.slice(0, 10)}` : ""}.${ENDS[type]}`;
}
