/** A sentence that says it is done, and can be taken back: `toast("Ingeleverd", { label: "Ongedaan maken", act })`. */
import "./Toast.css";
import { signal } from "@preact/signals";
import { Button } from "./Button";
import { words } from "./words";

export interface ToastAct {
  label: string;
  act: () => void;
}

interface Shown {
  text: string;
  act: ToastAct | undefined;
}

/** Long enough to read twice and reach the button; WCAG wants no hurry, so one with an act stays until it is closed. */
const STAYS_MS = 6000;
const shown = signal<Shown | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

export function toast(text: string, act?: ToastAct): void {
  clearTimeout(timer);
  shown.value = { text, act };
  if (!act) timer = setTimeout(clear, STAYS_MS);
}

const clear = () => {
  shown.value = null;
};

/** Where toasts appear; the shell has it once. The live region is always there, so that a screen reader notices the words. */
export function Toasts() {
  const now = shown.value;
  const take = () => {
    clear();
    now?.act?.act();
  };
  return (
    <div class="Toast" role="status">
      {now && (
        <div>
          <span>{now.text}</span>
          {now.act && (
            <Button kind="plain" onClick={take}>
              {now.act.label}
            </Button>
          )}
          <Button kind="plain" icon="close" label={words().close} onClick={clear} />
        </div>
      )}
    </div>
  );
}
