/** What was said about it, in order of time. What is still only on this device says so. */
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/t";
import type { Turn } from "../../records/reading";
import { one } from "../../store/live";
import { Conversation, type Saying } from "../../ui/Conversation";
import { Section } from "../../ui/Section";
import { turnsOf } from "./review";
import { conversations, type Entry, known, myself } from "./world";

export function Thread({ entry, asked }: { entry: Entry; asked: Turn | undefined }) {
  const turns = turnsOf(entry, conversations.value);
  const list = useNewest(turns.length);
  if (turns.length === 0) return null;
  return (
    <Section title={t().review.thread}>
      <Conversation said={turns.map((turn) => saying(turn, turn.id === asked?.id))} listRef={list} />
    </Section>
  );
}

/** What is said while one looks comes into view, above the place where one writes. */
function useNewest(count: number) {
  const list = useRef<HTMLOListElement>(null);
  const seen = useRef(count);
  useEffect(() => {
    if (count > seen.current) list.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
    seen.current = count;
  }, [count]);
  return list;
}

function saying({ id, author, state, text }: Turn, open: boolean): Saying {
  const words = t().review;
  const own = author === myself();
  return {
    id,
    name: own ? words.you : known(author) || words.someone,
    text,
    own,
    open,
    badge: state && { kind: state === "question" ? "warm" : "good", text: words.states[state] },
    here: one(state ? "review" : "comment", id).value?.place === "here",
  };
}
