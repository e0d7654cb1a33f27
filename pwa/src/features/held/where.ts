/** Where a thing that did not arrive belonged, as far as that can still be seen here. */
import { longDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { isKind } from "../../records/kinds";
import { pathOf } from "../../records/paths";
import { one, type Shown } from "../../store/live";
import { mayWrite } from "../../store/mayWrite";
import { me } from "../../store/me";
import type { Undelivered } from "./held";

export interface Where {
  text: string;
  href?: string | undefined;
}

type Said = Partial<Record<string, unknown>>;

export function whereOf(entry: Undelivered): Where | undefined {
  if (entry.count > 1) return undefined;
  const said: Said = Object.assign({}, ...entry.drafts.map(({ set }) => set));
  const record = itself(entry) ?? around(said);
  if (record) return { text: named(record), href: pathOf(record) };
  const community = me.value?.communities.find(({ id }) => id === said.community)?.name;
  const day = typeof said.on === "string" && longDay(said.on);
  const text = [community, day].filter(Boolean).join(" · ");
  return text ? { text } : undefined;
}

/** The record itself, if it is here: then the words may go back into it. */
export function itself({ kind, id }: Undelivered): Shown | undefined {
  return isKind(kind) ? one(kind, id).value : undefined;
}

/** It is here, it may be written in, and there is something to put back. */
export function canGoBack(entry: Undelivered): boolean {
  const record = itself(entry);
  return (
    !!record && !entry.deleted && entry.texts.length + entry.files.length + entry.taps > 0 && mayWrite(record, me.value)
  );
}

/** What it was an answer to, or a part of. */
function around({ logboek, about, goal, session }: Said): Shown | undefined {
  const near = [
    ["logboek", logboek ?? about],
    ["goal", goal ?? about],
    ["session", session],
  ] as const;
  for (const [kind, id] of near) {
    const record = typeof id === "string" ? one(kind, id).value : undefined;
    if (record) return record as Shown;
  }
  return undefined;
}

function named({ kind, fields }: Shown): string {
  const { text, title, on, starts } = fields as Partial<Record<string, string>>;
  const day = on ?? starts;
  const what = text?.trim() || title || (day && longDay(day));
  return [t().records[kind], what].filter(Boolean).join(" · ");
}
