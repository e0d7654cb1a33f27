/** Something to press. At most one `primary` on a screen; `soft` is the rule, `warm` asks for attention, `plain` is nearly text. */
import "./Button.css";
import type { ComponentChildren } from "preact";
import { Icon } from "./Icon";
import type { IconName } from "./icons";

export interface ButtonProps {
  children?: ComponentChildren;
  kind?: "primary" | "soft" | "plain" | "warm" | "alert" | undefined;
  icon?: IconName | undefined;
  /** Small words behind the label: "1 à 2 min". */
  note?: string | undefined;
  /** Only an icon: then this is its name for a screen reader. */
  label?: string | undefined;
  wide?: boolean | undefined;
  /** A link that looks like a button: it goes somewhere. */
  href?: string | undefined;
  onClick?: (() => void) | undefined;
  type?: "button" | "submit" | undefined;
  disabled?: boolean | undefined;
  /** On or off, or what it folds out, when the button is such a one. */
  pressed?: boolean | undefined;
  expanded?: boolean | undefined;
}

export function Button(props: ButtonProps) {
  const { kind = "soft", label, wide, href, onClick, type = "button", disabled, pressed, expanded } = props;
  const look = { class: "Button", "data-kind": kind, "data-wide": wide || undefined, "aria-label": label };
  const iconOnly = props.children === undefined || undefined;
  if (href !== undefined) {
    return (
      <a {...look} data-icon-only={iconOnly} href={href} onClick={onClick}>
        <Inside {...props} />
      </a>
    );
  }
  return (
    <button
      {...look}
      data-icon-only={iconOnly}
      type={type}
      onClick={onClick}
      disabled={disabled}
      aria-pressed={pressed}
      aria-expanded={expanded}
    >
      <Inside {...props} />
    </button>
  );
}

function Inside({ icon, children, note }: ButtonProps) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children !== undefined && (
        <span>
          {children}
          {note && <small> · {note}</small>}
        </span>
      )}
    </>
  );
}
