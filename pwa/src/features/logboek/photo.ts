/** A picture as it came from the camera, made small enough to send. It is drawn anew, so nothing but what one sees is left of it:
 *  not where it was taken, not when, not with what. */
import { base64 } from "../../records/base64";
import type { NewFile } from "../../store/attach";
import { type Attempt, firstThatFits, fitted, PICTURE, type Size, THUMB } from "./fitting";

export interface Photo {
  facts: NewFile;
  data: ArrayBuffer;
}

/** What went wrong, as a name in the words. */
export type PhotoProblem = "unreadable" | "heic";

const TYPE = "image/jpeg";
const HEIC = /hei[cf]/i;

export async function photoOf(picked: File): Promise<Photo | PhotoProblem> {
  const drawable = await decoded(picked).catch(() => null); // whatever the browser says of it: it cannot be shown here
  if (!drawable) return HEIC.test(`${picked.type} ${picked.name}`) ? "heic" : "unreadable";
  try {
    return (await made(drawable)) ?? "unreadable";
  } finally {
    drawable.close();
  }
}

async function made({ source, size }: Drawable): Promise<Photo | null> {
  const draw = (attempt: Attempt) => encoded(source, fitted(size, attempt.longest), attempt.quality);
  const picture = await firstThatFits(PICTURE, draw);
  const thumb = await firstThatFits(THUMB, draw);
  if (!picture) return null;
  const facts: NewFile = {
    type: TYPE,
    what: "photo",
    ...picture.of,
    ...(thumb && { thumb: base64(await thumb.blob.arrayBuffer()) }),
  };
  return { facts, data: await picture.blob.arrayBuffer() };
}

interface Drawable {
  source: CanvasImageSource;
  size: Size;
  close(): void;
}

/** Turned as it was held. Where a browser knows no bitmaps of this sort, an element may know better. */
async function decoded(picked: File): Promise<Drawable> {
  try {
    const bitmap = await createImageBitmap(picked, { imageOrientation: "from-image" });
    return { source: bitmap, size: bitmap, close: () => bitmap.close() };
  } catch {
    return asElement(picked);
  }
}

async function asElement(picked: File): Promise<Drawable> {
  const image = new Image();
  image.src = URL.createObjectURL(picked);
  const close = () => URL.revokeObjectURL(image.src);
  await image.decode().catch((error) => {
    close();
    throw error;
  });
  return { source: image, size: { width: image.naturalWidth, height: image.naturalHeight }, close };
}

async function encoded(source: CanvasImageSource, of: Size, quality: number) {
  const canvas = Object.assign(document.createElement("canvas"), of);
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.fillStyle = "white"; // what was see-through would come out black
  pen.fillRect(0, 0, of.width, of.height);
  pen.drawImage(source, 0, 0, of.width, of.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, TYPE, quality));
  return blob && { blob, of, size: blob.size };
}
