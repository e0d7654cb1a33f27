/** What is needed to read the values of a record as words. */
import { language } from "../../i18n/language";
import { t } from "../../i18n/t";
import { templateOf } from "../../records/templates";
import { all, type Shown } from "../../store/live";
import type { Reading } from "./shownValue";

export function readingOf({ kind, fields }: Pick<Shown, "kind" | "fields">): Reading {
  const { template, template_version } = fields as { template?: string; template_version?: number };
  const asked = { ...(template && { template }), ...(template_version && { template_version }) };
  return {
    kind,
    template: kind === "logboek" ? templateOf(asked, all("template").value) : undefined,
    people: all("person").value,
    words: t().versions,
    language: language.value,
  };
}
