/** How it goes, in one tap. Three answers of equal weight; none of them is bad, and all can be taken back the same day. */
import { useId } from "preact/hooks";
import { t } from "../../i18n/t";
import { all } from "../../store/live";
import { useDraft } from "../../store/useDraft";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Field } from "../../ui/Field";
import { Icon } from "../../ui/Icon";
import type { IconName } from "../../ui/icons";
import { checkinsOf, checkinToday, isShared, OUTCOMES, type Outcome } from "./goals";
import { checkIn, end, type GoalRecord } from "./keep";

export const OUTCOME_ICON: Record<Outcome, IconName> = { done: "check", busy: "footprints", different: "arrowUpRight" };

export function CheckIn({ goal, onAdjust }: { goal: GoalRecord; onAdjust: () => void }) {
  const words = t().goals;
  const title = useId();
  const now = new Date();
  const today = checkinToday(checkinsOf(goal.id, all("checkin").value), now);
  const chosen = today?.fields.outcome;
  return (
    <Card>
      <h2 id={title}>{words.how}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset has a frame and a legend of its own */}
      <div class="outcomes" role="group" aria-labelledby={title}>
        {OUTCOMES.map((outcome) => (
          <button
            key={outcome}
            type="button"
            aria-pressed={chosen === outcome}
            onClick={() => checkIn(goal, outcome, now)}
          >
            <Icon name={OUTCOME_ICON[outcome]} />
            {words.outcomes[outcome]}
          </button>
        ))}
      </div>
      <div role="status">{chosen && <p>{words.after[chosen]}</p>}</div>
      {chosen && <After goal={goal} outcome={chosen} onAdjust={onAdjust} />}
      {today && <Note key={today.id} checkin={today.id} onlyMe={!isShared(goal)} />}
    </Card>
  );
}

function After({ goal, outcome, onAdjust }: { goal: GoalRecord; outcome: Outcome; onAdjust: () => void }) {
  const words = t().goals;
  if (outcome === "busy") return null;
  return (
    <div class="acts">
      {outcome === "done" ? (
        <Button icon="flag" onClick={() => end(goal, "reached")}>
          {words.reach}
        </Button>
      ) : (
        <Button icon="pencil" onClick={onAdjust}>
          {words.adjust}
        </Button>
      )}
    </div>
  );
}

function Note({ checkin, onlyMe }: { checkin: string; onlyMe: boolean }) {
  const words = t().goals;
  const note = useDraft("checkin", checkin, "note");
  return (
    <Field
      kind={onlyMe ? "private" : "words"}
      rows={1}
      label={words.note}
      labelHidden
      placeholder={words.note}
      value={note.value.value}
      onInput={note.input}
      onBlur={note.flush}
    />
  );
}
