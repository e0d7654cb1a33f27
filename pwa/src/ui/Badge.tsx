/** A word or a number that stands out a little: "over 2 weken", 3 unread, "gelezen door jou". */
import "./Badge.css";
import type { ComponentChildren } from "preact";

export interface BadgeProps {
  kind?: "accent" | "warm" | "plain" | "private" | "good" | undefined;
  children?: ComponentChildren;
}

export function Badge({ kind = "accent", children }: BadgeProps) {
  return (
    <span class="Badge" data-kind={kind}>
      {children}
    </span>
  );
}
