/** Bytes as text, for what can only hold text. */

/** In parts: a function takes only so many arguments. */
export function base64(data: ArrayBuffer): string {
  const bytes = new Uint8Array(data);
  let text = "";
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
