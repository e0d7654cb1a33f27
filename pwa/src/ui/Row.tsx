/** One line of a list: what it is, a quiet line below, something small at the end. A link, a button, or neither. */
import "./Row.css";
import type { ComponentChildren } from "preact";
import { Icon } from "./Icon";
import type { IconName } from "./icons";
import { words } from "./words";

export interface RowProps {
  title: ComponentChildren;
  sub?: ComponentChildren;
  /** At the end: a date, a Badge, a Mark. */
  aside?: ComponentChildren;
  icon?: IconName | undefined;
  tone?: "accent" | "warm" | "private" | "plain" | undefined;
  href?: string | undefined;
  onClick?: (() => void) | undefined;
  unread?: boolean | undefined;
  /** The one that is open in the pane beside the list. */
  current?: boolean | undefined;
}

export function Row(props: RowProps) {
  const { href, onClick, current } = props;
  return (
    <li class="Row" data-current={current || undefined}>
      {href !== undefined ? (
        <a href={href} onClick={onClick} aria-current={current ? "true" : undefined}>
          <Line {...props} />
        </a>
      ) : onClick ? (
        <button type="button" onClick={onClick}>
          <Line {...props} />
        </button>
      ) : (
        <div>
          <Line {...props} />
        </div>
      )}
    </li>
  );
}

function Line({ title, sub, aside, icon, tone = "accent", href, onClick, unread }: RowProps) {
  return (
    <>
      {icon && (
        <span class="icon" data-tone={tone}>
          <Icon name={icon} />
        </span>
      )}
      <span class="words">
        <span class="title">
          {unread && <span class="unread" role="img" aria-label={words().unread} />}
          {title}
        </span>
        {sub && <span class="sub">{sub}</span>}
      </span>
      {aside && <span class="aside">{aside}</span>}
      {!aside && (href !== undefined || onClick) && <Icon name="chevronRight" />}
    </>
  );
}
