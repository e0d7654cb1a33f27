/** The mark: two people shoulder to shoulder, who are also the letter m. `public/icon.svg` is the same drawing. */
import "./Logo.css";

export function Logo() {
  return (
    <svg class="Logo" viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="18" />
      <path d="M14 48V36.5a9 9 0 0 1 18 0V48M32 48V39a9 9 0 0 1 18 0v9" />
      <circle class="one" cx="23" cy="18" r="4.8" />
      <circle class="other" cx="41" cy="20.5" r="4.8" />
    </svg>
  );
}
