/** A sheet of paper on the page. `hero` is the one loud thing of a screen, `private` is for what only you can see. */
import "./Card.css";
import type { ComponentChildren } from "preact";

export interface CardProps {
  kind?: "hero" | "plain" | "private" | "warm" | undefined;
  /** The small line on top: what this is about. */
  label?: ComponentChildren;
  /** Beside the label, at the end: a Badge. */
  aside?: ComponentChildren;
  title?: ComponentChildren;
  /** A quiet sentence below the title. */
  text?: ComponentChildren;
  children?: ComponentChildren;
}

export function Card({ kind = "plain", label, aside, title, text, children }: CardProps) {
  return (
    <section class="Card" data-kind={kind}>
      {(label || aside) && (
        <header>
          {title ? <p>{label}</p> : <h2>{label}</h2>}
          {aside}
        </header>
      )}
      {title && <h2 class="title">{title}</h2>}
      {text && <p class="text">{text}</p>}
      {children}
    </section>
  );
}
