/** Around every page of someone who is not in yet: the name of the app, and the other language within reach. */
import "./Frame.css";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { language } from "../../i18n/language";
import { choose, t } from "../../i18n/t";
import { me } from "../../store/me";
import { Button } from "../../ui/Button";

export interface FrameProps {
  title: string;
  text?: ComponentChildren;
  children?: ComponentChildren;
}

export function Frame({ title, text, children }: FrameProps) {
  return (
    <div class="Frame">
      {!me.value && <Brand />}
      <header>
        <Title text={title} />
        {text && <p>{text}</p>}
      </header>
      {children}
    </div>
  );
}

function Brand() {
  const other = language.value === "nl" ? "en" : "nl";
  return (
    <div class="brand">
      <span>
        <img src="/icons/icon.svg" alt="" width="40" height="40" />
        {t().shell.name}
      </span>
      <Button kind="plain" onClick={() => void choose(other)}>
        <span lang={other}>{t().auth.other}</span>
      </Button>
    </div>
  );
}

/** A next step is a new page to whoever listens: its heading is read out, as on any other arrival. */
function Title({ text }: { text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(text);
  useLayoutEffect(() => {
    if (before.current !== text && !document.activeElement?.closest(".Field")) heading.current?.focus();
    before.current = text;
  }, [text]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {text}
    </h1>
  );
}
