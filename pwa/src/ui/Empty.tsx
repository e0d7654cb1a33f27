/** Nothing here yet: what will be, in one sentence, and the next step. */
import "./Empty.css";
import type { ComponentChildren } from "preact";
import { Icon } from "./Icon";
import type { IconName } from "./icons";

export interface EmptyProps {
  icon?: IconName | undefined;
  title: string;
  text?: ComponentChildren;
  action?: ComponentChildren;
}

export function Empty({ icon, title, text, action }: EmptyProps) {
  return (
    <div class="Empty">
      {icon && (
        <span>
          <Icon name={icon} />
        </span>
      )}
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {action}
    </div>
  );
}
