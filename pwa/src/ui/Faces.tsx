/** "Hoe ging het?" in five faces of our own, from tough to great: a radio group with a word under each face. */
import "./Faces.css";
import { useId } from "preact/hooks";
import { Choice } from "./Choice";

export interface FacesProps {
  label: string;
  /** 1 to 5. */
  value: number | null | undefined;
  onChange: (value: number | null) => void;
  /** Five words, from the first face to the last. */
  labels: readonly string[];
}

/** Mouths from down to up; the eyes are the same, so that only the mouth speaks. */
const MOUTHS = [
  "M9 20.2c2.6-3.9 11.4-3.9 14 0",
  "M10 19.4c2.8-1.8 9.2-1.8 12 0",
  "M10.5 18.8h11",
  "M10 17.8c2.2 2.9 9.8 2.9 12 0",
  "M8.8 16.8c1 7.2 13.4 7.2 14.4 0z",
];

export function Faces({ label, value, onChange, labels }: FacesProps) {
  const id = useId();
  return (
    <div class="Faces" role="radiogroup" aria-labelledby={id}>
      <h2 id={id}>{label}</h2>
      <div class="row">
        {MOUTHS.map((mouth, index) => (
          <Choice
            key={mouth}
            group={id}
            undoes
            on={value === index + 1}
            choose={(on) => onChange(on ? index + 1 : null)}
          >
            <span>
              <Face mouth={mouth} />
              {labels[index] ?? ""}
            </span>
          </Choice>
        ))}
      </div>
    </div>
  );
}

function Face({ mouth }: { mouth: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="13" />
      <path d="M11.6 11.6v1.2M20.4 11.6v1.2" />
      <path class="mouth" d={mouth} />
    </svg>
  );
}
