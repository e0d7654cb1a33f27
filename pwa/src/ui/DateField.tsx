/** A day or a time, by the phone's own wheel: "2026-12-08" or "14:00". */
import "./Field.css";
import "./DateField.css";
import { useId } from "preact/hooks";

export interface DateFieldProps {
  label: string;
  hint?: string | undefined;
  kind?: "date" | "time" | undefined;
  value: string | null | undefined;
  onChange: (value: string | null) => void;
  min?: string | undefined;
  max?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
}

export function DateField({ label, hint, kind = "date", value, onChange, min, max, error, required }: DateFieldProps) {
  const id = useId();
  return (
    <div class="Field DateField" data-error={error ? true : undefined}>
      <label for={id}>{label}</label>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      <input
        id={id}
        type={kind}
        value={value ?? ""}
        min={min}
        max={max}
        required={required}
        aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
      {error && (
        <p id={`${id}-error`} class="error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
