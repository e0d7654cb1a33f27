/** What was said about it, in order of time. What is still only on this device says so. */
import "./Conversation.css";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/t";
import type { Turn } from "../../records/reading";
import { one } from "../../store/live";
import { Badge } from "../../ui/Badge";
import { Mark } from "../../ui/Mark";
import { Section } from "../../ui/Section";
import { turnsOf } from "./review";
import { conversations, type Entry, known, myself } from "./world";

export function Conversation({ entry, asked }: { entry: Entry; asked: Turn | undefined }) {
  const words = t().review;
  const turns = turnsOf(entry, conversations.value);
  const end = useNewest(turns.length);
  if (turns.length === 0) return null;
  return (
    <Section title={words.thread}>
      <ol class="Conversation" ref={end}>
        {turns.map((turn) => (
          <Said key={turn.id} turn={turn} open={turn.id === asked?.id} />
        ))}
      </ol>
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

function Said({ turn, open }: { turn: Turn; open: boolean }) {
  const words = t().review;
  const own = turn.author === myself();
  const place = one(turn.state ? "review" : "comment", turn.id).value?.place;
  return (
    <li data-own={own || undefined} data-open={open || undefined}>
      <p class="by">
        <strong>{own ? words.you : known(turn.author) || words.someone}</strong>
        {turn.state && <Badge kind={turn.state === "question" ? "warm" : "good"}>{words.states[turn.state]}</Badge>}
        {place === "here" && <Mark place={place} />}
      </p>
      {turn.text && <p class="words">{turn.text}</p>}
    </li>
  );
}
