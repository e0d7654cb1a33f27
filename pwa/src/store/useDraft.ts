/** A field that is on disk while it is typed: the same draft for as long as the field is on the screen, sent on when one leaves. */
import { useEffect, useMemo } from "preact/hooks";
import type { Kind } from "../records/kinds";
import { type DraftField, draftField } from "./drafts";

export function useDraft(kind: Kind, id: string, key: string): DraftField {
  const draft = useMemo(() => draftField(kind, id, key), [kind, id, key]);
  useEffect(() => () => draft.flush(), [draft]);
  return draft;
}
