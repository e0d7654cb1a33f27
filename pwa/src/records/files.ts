/** Photos and voice notes as a record names them: the facts and a small picture are in the record, the bytes lie beside it. */
import type { LogboekFile } from "./types.gen";

export type FileFacts = LogboekFile;
export type FileType = FileFacts["type"];
/** `self`: only the writer's own voice; `written`: everyone who is heard agreed in writing. */
export type Consent = NonNullable<FileFacts["consent"]>;

export interface NamedFile extends FileFacts {
  /** The field that names it: `file.<uuid>`. */
  key: string;
}

const FAMILY = "file.";
const IS_WEBP = "UklGR"; // "RIFF" in base64

/** Of one record, in the order in which they were added: their keys are made in order of time. */
export function filesIn(fields: Readonly<Record<string, unknown>>): NamedFile[] {
  const named = Object.entries(fields).flatMap(([key, value]) => {
    const file = fileIn(key, value);
    return file ? [{ ...file, key }] : [];
  });
  return named.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** What this field names, unless it is another field, or was taken out. */
export function fileIn(key: string, value: unknown): FileFacts | undefined {
  return isFile(key) && typeof value === "object" && value !== null ? (value as FileFacts) : undefined;
}

export const isFile = (key: string): boolean => key.startsWith(FAMILY);

export const fileKey = (id: string): string => FAMILY + id;

/** For an `<img>`; "" when it has none. */
export function thumbOf({ thumb }: FileFacts): string {
  return thumb ? `data:image/${thumb.startsWith(IS_WEBP) ? "webp" : "jpeg"};base64,${thumb}` : "";
}
