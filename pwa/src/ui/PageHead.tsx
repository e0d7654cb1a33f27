/** The top of a page: the way back, what part of the app this is, where the record is, and its one h1. */
import "./PageHead.css";
import type { ComponentChildren } from "preact";
import { goBack } from "./go";
import { Icon } from "./Icon";
import { Mark } from "./Mark";
import { words } from "./words";

export interface PageHeadProps {
  title: ComponentChildren;
  /** A quiet line below: "Jouw groep · lokaal 3.12 · 14.00–15.15". */
  sub?: ComponentChildren;
  /** Where back leads when the app was opened on this very page. */
  back?: string | undefined;
  /** The small words beside the arrow: "Logboek". */
  section?: string | undefined;
  mark?: "here" | "safe" | undefined;
  /** 2 for a list beside something that is open: that is then what the page is about. */
  level?: 1 | 2 | undefined;
  /** At the end of the title's line: one Button or Badge. */
  action?: ComponentChildren;
}

export function PageHead({ title, sub, back, section, mark, level = 1, action }: PageHeadProps) {
  const Title = `h${level}` as const;
  return (
    <header class="PageHead">
      {(back || section || mark) && (
        <div class="bar">
          {back ? <Back to={back} section={section} /> : <span>{section}</span>}
          <span aria-live="polite">{mark && <Mark place={mark} />}</span>
        </div>
      )}
      <div class="head">
        <div>
          <Title tabIndex={-1}>{title}</Title>
          {sub && <p>{sub}</p>}
        </div>
        {action}
      </div>
    </header>
  );
}

/** A real link, so that it can be opened elsewhere; a plain tap goes back in the history instead of on. */
function Back({ to, section }: { to: string; section: string | undefined }) {
  const back = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goBack(to);
  };
  return (
    <a href={to} onClick={back} aria-label={section ? `${words().back}: ${section}` : words().back}>
      <Icon name="chevronLeft" />
      {section ?? words().back}
    </a>
  );
}
