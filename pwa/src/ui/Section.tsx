/** A part of a page with a heading, and something small at the end of the heading's line. */
import "./Section.css";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface SectionProps {
  title: string;
  aside?: ComponentChildren;
  children?: ComponentChildren;
}

export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section class="Section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside && <div>{aside}</div>}
      </header>
      {children}
    </section>
  );
}
