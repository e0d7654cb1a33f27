/** What to do, one thing after another. */
import "./Steps.css";

export function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol class="Steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
