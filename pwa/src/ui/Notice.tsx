/** The app has something to say about itself: offline, an update, sign in again. It stands in the page and blocks nothing. */
import "./Notice.css";
import type { ComponentChildren } from "preact";
import { Icon } from "./Icon";
import type { IconName } from "./icons";
import { words } from "./words";

export interface NoticeProps {
  kind?: "info" | "offline" | "warm" | "alert" | "good" | "private" | undefined;
  title?: string | undefined;
  text?: ComponentChildren;
  action?: ComponentChildren;
  onClose?: (() => void) | undefined;
}

const ICONS: Record<NonNullable<NoticeProps["kind"]>, IconName> = {
  info: "info",
  offline: "cloudOff",
  warm: "info",
  alert: "warning",
  good: "circleCheck",
  private: "lock",
};

export function Notice({ kind = "info", title, text, action, onClose }: NoticeProps) {
  return (
    <div class="Notice" data-kind={kind} role={kind === "alert" ? "alert" : "status"}>
      <Icon name={ICONS[kind]} />
      <div>
        {title && <strong>{title}</strong>}
        {text && <p>{text}</p>}
        {action && <div class="act">{action}</div>}
      </div>
      {onClose && (
        <button type="button" onClick={onClose} aria-label={words().close}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
