/** Who reads what is written here, with names: beside the button that hands it in, or under the field. */
import "./Readers.css";
import { Icon } from "./Icon";
import { words } from "./words";

export interface ReadersProps {
  names?: readonly string[] | undefined;
  onlyMe?: boolean | undefined;
  /** A sentence of one's own: "gelezen door Cora · di 16.42". */
  text?: string | undefined;
}

export function Readers({ names = [], onlyMe = names.length === 0, text }: ReadersProps) {
  const alone = onlyMe && !text;
  return (
    <p class="Readers" data-only-me={alone || undefined}>
      <Icon name={alone ? "lock" : "eye"} />
      <span>{text ?? (alone ? words().onlyYou : words().readBy(names))}</span>
    </p>
  );
}
