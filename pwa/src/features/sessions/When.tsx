/** A day, from and until. Moving the start takes the end along. */
import { t } from "../../i18n/t";
import { DateField } from "../../ui/DateField";
import { flawOf, type Moment, startingAt } from "./moment";

export interface WhenProps {
  moment: Moment;
  onChange: (moment: Moment) => void;
}

export function When({ moment, onChange }: WhenProps) {
  const words = t().sessions;
  const flaw = flawOf(moment);
  return (
    <div class="when">
      <DateField
        label={words.day}
        value={moment.day}
        required
        onChange={(day) => onChange({ ...moment, day: day ?? "" })}
      />
      <DateField
        kind="time"
        label={words.from}
        value={moment.from}
        required
        onChange={(from) => onChange(startingAt(moment, from ?? ""))}
      />
      <DateField
        kind="time"
        label={words.until}
        value={moment.until}
        required
        error={flaw ? words[flaw] : undefined}
        onChange={(until) => onChange({ ...moment, until: until ?? "" })}
      />
    </div>
  );
}
