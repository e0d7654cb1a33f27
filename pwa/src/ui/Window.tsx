/** A long list grows as one comes near its end. `reach` is how many lines are drawn. */
import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "./Button";
import { words } from "./words";

const STEP = 40;

/** `at`: the line one is at, in a list beside what is open. Always far enough that it is drawn, and some after it. */
export function useWindow(at = 0): Signal<number> {
  const reach = useSignal(STEP);
  useEffect(() => {
    if (at + STEP / 2 > reach.peek()) reach.value = at + STEP;
  }, [at]);
  return reach;
}

/** At the end of what is drawn: seen, it draws more. It is a button too, for who does not scroll. */
export function More({ reach, total }: { reach: Signal<number>; total: number }) {
  const end = useRef<HTMLDivElement>(null);
  const there = reach.value < total;
  const further = () => {
    reach.value += STEP;
  };
  useEffect(() => {
    if (!end.current) return;
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && further(), { rootMargin: "400px" });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [there, reach.value]);
  if (!there) return null;
  return (
    <div ref={end}>
      <Button kind="plain" wide onClick={further}>
        {words().showMore}
      </Button>
    </div>
  );
}
