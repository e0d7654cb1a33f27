/** A text in which the words that the other text does not have are underlined: one side with a line, the other with dashes. */
import "./Marked.css";
import type { Run } from "../../store/proposal";

export type Side = "theirs" | "mine";

export function Marked({ runs, side }: { runs: readonly Run[]; side: Side }) {
  return (
    <span class="Marked" data-side={side}>
      {runs.map((run, index) =>
        "same" in run
          ? run.same
          : run[side] && (
              <span key={index}>
                <mark>{run[side].trimEnd()}</mark>{" "}
              </span>
            ),
      )}
    </span>
  );
}
