/** Who was there: everyone is, until tapped away. A tap changes one person; a late one has a clock. */
import "./Tiles.css";
import { useId } from "preact/hooks";
import { Icon } from "./Icon";
import type { IconName } from "./icons";
import { words } from "./words";

export type Presence = "present" | "absent" | "late";

export interface TilesProps {
  label: string;
  /** At the end of the label's line: "6 van 8". */
  aside?: string | undefined;
  people: readonly { id: string; name: string; state: Presence }[];
  /** Says what the tap makes of it; the feature may ask for a reason afterwards. */
  onTap: (id: string, next: Presence) => void;
  disabled?: boolean | undefined;
}

const LOOK: Record<Presence, { icon: IconName; next: Presence }> = {
  present: { icon: "check", next: "absent" },
  absent: { icon: "minus", next: "present" },
  late: { icon: "clock", next: "present" },
};

export function Tiles({ label, aside, people, onTap, disabled }: TilesProps) {
  const id = useId();
  return (
    <section class="Tiles" aria-labelledby={id}>
      <header>
        <h2 id={id}>{label}</h2>
        {aside && <p aria-live="polite">{aside}</p>}
      </header>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              data-state={person.state}
              disabled={disabled}
              aria-label={`${person.name}: ${words()[person.state]}`}
              onClick={() => onTap(person.id, LOOK[person.state].next)}
            >
              <Icon name={LOOK[person.state].icon} />
              <span>{person.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
