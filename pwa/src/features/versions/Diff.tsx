/** What changed in one answer: what went is struck through, what came is underlined. */
import "./Diff.css";
import { shortened } from "./history";

export function Diff({ before, after }: { before: string; after: string }) {
  return (
    <span class="Diff">
      {shortened(before, after).map((run, index) =>
        "same" in run ? (
          run.same
        ) : (
          <span key={index}>
            {run.theirs && <del>{run.theirs.trimEnd()}</del>} {run.mine && <ins>{run.mine.trimEnd()}</ins>}{" "}
          </span>
        ),
      )}
    </span>
  );
}
