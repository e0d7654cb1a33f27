/** Where the fall of one page ends: the shell stands, the page says what happened, and nothing that was typed is lost. */
import type { ComponentChildren } from "preact";
import { useErrorBoundary } from "preact/hooks";
import { Broken } from "./Broken";

export function Boundary({ children }: { children: ComponentChildren }) {
  const [error, again] = useErrorBoundary((fault) => console.error(fault));
  return error ? <Broken again={again} /> : children;
}
