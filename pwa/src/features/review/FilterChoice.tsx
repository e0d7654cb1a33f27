/** Which logboeken: one small select at the head of the list, with how many there are of each. */
import { t } from "../../i18n/t";
import { Icon } from "../../ui/Icon";
import { type Filter, isUnread } from "./review";
import { late, lines } from "./world";

export function FilterChoice({ value, onChange }: { value: Filter; onChange: (filter: Filter) => void }) {
  const words = t().review;
  const count: Record<Filter, number> = {
    all: lines.value.length,
    unread: lines.value.filter(isUnread).length,
    answer: lines.value.filter(({ waits }) => waits).length,
    late: late.value.length,
  };
  const filters = Object.keys(count) as Filter[];
  return (
    <span class="FilterChoice">
      <select
        aria-label={words.filter}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as Filter)}
      >
        {filters.map((filter) => (
          <option key={filter} value={filter}>
            {words.filters[filter](count[filter])}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" />
    </span>
  );
}
