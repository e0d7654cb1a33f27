/** A list of Rows with a name. */
import "./List.css";
import type { ComponentChildren } from "preact";

export interface ListProps {
  label: string;
  /** Shows the label as a heading; otherwise only a screen reader hears it. */
  heading?: boolean | undefined;
  /** Each row a card of its own, for a list that is the page itself. */
  cards?: boolean | undefined;
  children?: ComponentChildren;
}

export function List({ label, heading, cards, children }: ListProps) {
  return (
    <section class="List" data-cards={cards || undefined} aria-label={label}>
      {heading && <h2>{label}</h2>}
      <ul>{children}</ul>
    </section>
  );
}
