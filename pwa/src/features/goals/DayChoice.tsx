/** The day of a step: three near days by one tap, any other in the phone's own calendar. A tap on the chosen day undoes it. */
import { useSignal } from "@preact/signals";
import { dayOf, shortDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { Chip } from "../../ui/Chip";
import { Chips } from "../../ui/Chips";
import { DateField } from "../../ui/DateField";
import { dayChoices } from "./goals";
import { plan } from "./keep";

export function DayChoice({ step, on }: { step: string; on: string | undefined }) {
  const words = t().goals;
  const other = useSignal(false);
  const near = dayChoices(new Date()).map(({ id, on: day }) => ({ id: dayOf(day), label: words[id] }));
  const far = on && !near.some(({ id }) => id === on) ? [{ id: on, label: shortDay(on) }] : [];
  return (
    <>
      <Chips
        kind="one"
        label={words.when}
        options={[...near, ...far]}
        value={on ?? null}
        onChange={(day) => plan(step, day)}
      >
        <Chip
          icon="calendar"
          on={other.value}
          onToggle={(open) => {
            other.value = open;
          }}
        >
          {words.otherDay}
        </Chip>
      </Chips>
      {other.value && <DateField label={words.chooseDay} value={on} onChange={(day) => plan(step, day)} />}
    </>
  );
}
