/** Two texts as one, in which each piece that differs can be left out and put back with a tap. */
import "./Pieces.css";
import type { Run, Take } from "../../store/proposal";
import type { Side } from "./Marked";

export interface PiecesProps {
  runs: readonly Run[];
  takes: readonly Take[];
  /** What the group is called, and whose each side is: for a screen reader. */
  label: string;
  names: Record<Side, string>;
  onTap: (index: number, side: Side) => void;
}

export function Pieces({ runs, takes, label, names, onTap }: PiecesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not lie in a line of text
    <div class="Pieces" role="group" aria-label={label}>
      {runs.map((run, index) =>
        "same" in run
          ? run.same
          : (["theirs", "mine"] as const).map(
              (side) =>
                run[side].trim() && (
                  <button
                    key={`${index}${side}`}
                    type="button"
                    data-side={side}
                    aria-pressed={takes[index]?.[side] ?? true}
                    aria-label={`${run[side].trim()}, ${names[side]}`}
                    onClick={() => onTap(index, side)}
                  >
                    {run[side].trim()}
                  </button>
                ),
            ),
      )}
    </div>
  );
}
