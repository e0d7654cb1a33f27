/** What is needed to read the values of a record as words. */
import { language } from "../../i18n/language";
import { t } from "../../i18n/t";
import { templateOf } from "../../records/templates";
import { all, one, type Shown } from "../../store/live";
import type { Reading } from "./shownValue";

interface Asks {
  template?: string;
  template_version?: number;
  session?: string;
}

export function readingOf({ kind, fields }: Pick<Shown, "kind" | "fields">): Reading {
  const { template, template_version, session } = fields as Asks;
  const asked = { ...(template && { template }), ...(template_version && { template_version }) };
  return {
    kind,
    template: kind === "logboek" ? templateOf(asked, all("template").value) : undefined,
    plan: session ? one("session", session).value?.fields.plan : undefined,
    people: all("person").value,
    words: t().versions,
    files: t().files,
    language: language.value,
  };
}
