/** A sheet from below on a phone, a card in the middle on a wide screen: a short choice, never a form. */
import "./Sheet.css";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "./Button";
import { words } from "./words";

export interface SheetProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children?: ComponentChildren;
  /** The buttons at the bottom. */
  actions?: ComponentChildren;
}

export function Sheet({ open, title, onClose, children, actions }: SheetProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  const closeOnVeil = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is for the veil
    <dialog class="Sheet" ref={dialog} aria-labelledby={id} onClose={onClose} onClick={closeOnVeil}>
      {open && (
        <div>
          <header>
            <h2 id={id}>{title}</h2>
            <Button kind="plain" icon="close" label={words().close} onClick={onClose} />
          </header>
          {children}
          {actions && <footer>{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}
