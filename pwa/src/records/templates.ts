/** Which questions a logboek is asked by. The starter set is in the app, so that there is always one without a network. */
import starter from "../../../shared/starter/templates.json";
import type { Template } from "./types.gen";

interface Kept {
  fields: Partial<Template>;
}

const STARTER: Readonly<Record<string, Template>> = starter as Record<string, Template>;

/** The newest questions under this key: those of the programme, else the starter set. */
export function newestTemplate(key: string, kept: readonly Kept[]): Template {
  const own = kept
    .filter((one) => one.fields.key === key)
    .sort((a, b) => (b.fields.version ?? 0) - (a.fields.version ?? 0));
  return (own[0]?.fields as Template | undefined) ?? starterOf(key);
}

/** The questions an older logboek was asked: the same key and version, so that it keeps reading as it was written. */
export function templateOf(fields: { template?: string; template_version?: number }, kept: readonly Kept[]): Template {
  const key = fields.template ?? "logboek.session";
  const same = kept.find((one) => one.fields.key === key && one.fields.version === fields.template_version);
  return (same?.fields as Template | undefined) ?? starterOf(key);
}

export const starterTemplates: readonly Template[] = Object.values(STARTER);

function starterOf(key: string): Template {
  return STARTER[key] ?? (STARTER["logboek.session"] as Template);
}
