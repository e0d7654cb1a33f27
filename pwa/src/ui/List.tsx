/** A list of Rows with a name. */
import "./List.css";
import type { ComponentChildren } from "preact";

export interface ListProps {
  /** Absent where it stands alone in a Section that has said it: then it is no second landmark of that name. */
  label?: string | undefined;
  /** Shows the label as a heading; otherwise only a screen reader hears it. */
  heading?: boolean | undefined;
  /** What it is a part of: heard before the label where several lists on a page have the same one. */
  part?: string | undefined;
  /** Each row a card of its own, for a list that is the page itself. */
  cards?: boolean | undefined;
  children?: ComponentChildren;
}

export function List({ label, heading, part, cards, children }: ListProps) {
  const Frame = label ? "section" : "div";
  return (
    <Frame class="List" data-cards={cards || undefined} aria-label={label && [part, label].filter(Boolean).join(", ")}>
      {heading && <h2>{label}</h2>}
      <ul>{children}</ul>
    </Frame>
  );
}
