/** A place to write. Below it stands who will read it, so that nobody has to guess while typing. */
import "./Field.css";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface FieldProps {
  label: string;
  /** For a field that its surroundings explain; a screen reader still hears it. */
  labelHidden?: boolean | undefined;
  hint?: string | undefined;
  value: string;
  onInput: (text: string) => void;
  onBlur?: (() => void) | undefined;
  /** `line` is one line; `words` grows with the text; `private` is `words` in violet; `code` is six digits from a mail. */
  kind?: "line" | "name" | "words" | "private" | "email" | "code" | "search" | "link" | undefined;
  /** The height to begin with, in lines; makes a `line` a `words`. */
  rows?: number | undefined;
  placeholder?: string | undefined;
  error?: string | undefined;
  readers?: ComponentChildren;
  name?: string | undefined;
  required?: boolean | undefined;
  maxLength?: number | undefined;
  disabled?: boolean | undefined;
  /** To put the cursor here. */
  inputRef?: { current: HTMLElement | null } | undefined;
}

/** What each one-line kind asks of the phone's keyboard. */
const KEYBOARD = {
  line: { type: "text" },
  name: { type: "text", autocomplete: "name", spellcheck: false, autocapitalize: "words" },
  email: { type: "email", autocomplete: "email", inputMode: "email", spellcheck: false, autocapitalize: "off" },
  code: { type: "text", autocomplete: "one-time-code", inputMode: "numeric", spellcheck: false },
  search: { type: "search", enterkeyhint: "search" },
  link: { type: "url", inputMode: "url", spellcheck: false, autocapitalize: "off" },
} as const;

export function Field(props: FieldProps) {
  const { label, labelHidden, hint, error, readers, kind = "line" } = props;
  const id = useId();
  return (
    <div class="Field" data-kind={kind} data-error={error ? true : undefined}>
      <label for={id} class={labelHidden ? "hidden" : undefined}>
        {label}
      </label>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      <Control {...props} id={id} />
      {error && (
        <p id={`${id}-error`} class="error" role="alert">
          {error}
        </p>
      )}
      {readers}
    </div>
  );
}

function Control(props: FieldProps & { id: string }) {
  const { id, kind = "line", hint, error, rows, onInput } = props;
  const shared = {
    id,
    name: props.name,
    value: props.value,
    placeholder: props.placeholder,
    required: props.required,
    maxLength: props.maxLength,
    disabled: props.disabled,
    ref: (element: HTMLElement | null) => {
      if (props.inputRef) props.inputRef.current = element;
    },
    "aria-describedby": [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
    "aria-invalid": error ? true : undefined,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
    onBlur: props.onBlur,
  };
  if (kind === "words" || kind === "private" || rows)
    return <textarea {...shared} rows={rows ?? 3} style={{ "--rows": rows ?? 3 }} />;
  return <input {...shared} {...KEYBOARD[kind]} />;
}
