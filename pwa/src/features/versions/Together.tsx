/** Both versions as one text: piece by piece, and then in one's own words. What it becomes is always to be seen. */
import { useMemo } from "preact/hooks";
import { t } from "../../i18n/t";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { toast } from "../../ui/Toast";
import type { Side } from "./Marked";
import { Pieces } from "./Pieces";
import { type Together as Picked, pieceByPiece, runsOf, takesOf, tapped } from "./picks";
import type { Choice } from "./versions";

export interface TogetherProps {
  choice: Choice;
  picked: Picked;
  onPick: (picked: Picked) => void;
  names: Record<Side, string>;
}

export function Together({ choice, picked, onPick, names }: TogetherProps) {
  const words = t().versions;
  const runs = useMemo(() => runsOf(choice), [choice]);
  const differs = runs.some((run) => !("same" in run));
  const again = () => {
    onPick(pieceByPiece(runs, picked));
    toast(words.ownGone, { label: words.ownBack, act: () => onPick(picked) });
  };
  return (
    <div class="together">
      {differs && !picked.typed && (
        <>
          <p class="hint">{words.piecesHint}</p>
          <Pieces
            runs={runs}
            takes={takesOf(runs, picked)}
            label={words.pieces}
            names={names}
            onTap={(index, side) => onPick(tapped(runs, picked, index, side))}
          />
        </>
      )}
      <Field
        kind="words"
        label={words.bothWords}
        hint={picked.typed ? words.typed : words.mayType}
        value={String(picked.both)}
        rows={4}
        onInput={(both) => onPick({ both, typed: true })}
      />
      {differs && picked.typed && (
        <Button kind="plain" icon="undo" onClick={again}>
          {words.againPieces}
        </Button>
      )}
    </div>
  );
}
