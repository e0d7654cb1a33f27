/** What is only on this device, as plain text to paste elsewhere. */
export async function unsentText(): Promise<string> {
  return "";
}
