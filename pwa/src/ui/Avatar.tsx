/** Someone in two letters. The name stands beside it or is heard; the letters themselves are decoration. */
import "./Avatar.css";
import { words } from "./words";

export function Avatar({ name }: { name: string }) {
  return (
    <span class="Avatar" role="img" aria-label={name}>
      <span>{initials(name)}</span>
    </span>
  );
}

/** A few people overlapping, then how many more. A screen reader hears all the names. */
export function Avatars({ names, max = 4 }: { names: readonly string[]; max?: number }) {
  const shown = names.length > max + 1 ? names.slice(0, max) : names;
  const rest = names.length - shown.length;
  return (
    <span class="Avatar" data-group role="img" aria-label={names.join(", ")}>
      {shown.map((name) => (
        <span key={name}>{initials(name)}</span>
      ))}
      {rest > 0 && <span data-rest>{words().andMore(rest)}</span>}
    </span>
  );
}

/** "Bram de Wit" → BW, "Amina" → AM. */
export function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => /^\p{Lu}/u.test(part));
  const [first = name, last] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
  const letters = last ? [...first].slice(0, 1).concat([...last].slice(0, 1)) : [...first].slice(0, 2);
  return letters.join("").toUpperCase();
}
