/** The heading of a month: "december 2026". */
import { language } from "../../i18n/language";

export function monthYear(month: string): string {
  const locale = language.value === "nl" ? "nl-NL" : "en-GB";
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric" }).format(new Date(`${month}-01T12:00`));
}
