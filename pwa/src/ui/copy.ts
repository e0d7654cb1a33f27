/** The one door to the clipboard. */

/** Whether it worked: a browser may forbid it, and then the words are marked by hand. */
export async function copied(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
