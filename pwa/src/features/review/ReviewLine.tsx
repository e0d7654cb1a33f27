/** One logboek in the list. The open one is kept in view when one goes on by keyboard. */
import { useEffect, useRef } from "preact/hooks";
import { shortDay } from "../../i18n/dates";
import { Row } from "../../ui/Row";
import { isUnread, type Line } from "./review";
import { lineOf, titleOf } from "./titles";
import type { Entry } from "./world";

export function ReviewLine({ line, current }: { line: Line<Entry>; current: boolean }) {
  const here = useRef<HTMLSpanElement>(null);
  const { on, handed_in } = line.entry.fields;
  const day = handed_in ?? on;
  useEffect(() => {
    if (current) here.current?.closest("li")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <Row
      title={titleOf(line.entry)}
      sub={<span ref={here}>{lineOf(line)}</span>}
      aside={day && shortDay(day)}
      unread={isUnread(line)}
      current={current}
      href={`/review/${line.entry.id}`}
    />
  );
}
