/** What changed in one answer: what went is struck through, what came is underlined. In the first version all is new. */
import "./Diff.css";
import { shortened } from "./history";

export function Diff({ before, after, first }: { before: string; after: string; first: boolean }) {
  if (first) return <span class="Diff">{after}</span>;
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
