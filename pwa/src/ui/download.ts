/** To a file of one's own: the browser's own way of saving, which needs a link to tap. */
const LONG_ENOUGH_MS = 60_000;

export function download(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LONG_ENOUGH_MS);
}
