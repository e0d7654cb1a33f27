/** A text as one looks for it, accents and capitals aside: "josé" is found by "jose". */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
