/** What people said to each other, in order of time. One's own words stand on the other side. */
import "./Conversation.css";
import type { Ref } from "preact";
import { Badge, type BadgeProps } from "./Badge";
import { Mark } from "./Mark";

export interface Saying {
  id: string;
  name: string;
  text: string;
  own?: boolean | undefined;
  /** Asks for an answer. */
  open?: boolean | undefined;
  /** What it was: thanks, a question. */
  badge?: { kind: BadgeProps["kind"]; text: string } | undefined;
  /** Only on this device as yet. */
  here?: boolean | undefined;
}

export function Conversation({ said, listRef }: { said: readonly Saying[]; listRef?: Ref<HTMLOListElement> }) {
  return (
    <ol class="Conversation" ref={listRef ?? null}>
      {said.map((saying) => (
        <Said key={saying.id} {...saying} />
      ))}
    </ol>
  );
}

function Said({ name, text, own, open, badge, here }: Omit<Saying, "id">) {
  return (
    <li data-own={own || undefined} data-open={open || undefined}>
      <p class="by">
        <strong>{name}</strong>
        {badge && <Badge kind={badge.kind}>{badge.text}</Badge>}
        {here && <Mark place="here" />}
      </p>
      {text && <p class="words">{text}</p>}
    </li>
  );
}
