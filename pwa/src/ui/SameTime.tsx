/** Two wrote at the same time: nothing is lost, and here is where one chooses, or looks at what the app made of it. */
import { Button } from "./Button";
import { Notice } from "./Notice";

export interface SameTimeProps {
  record: { kind: string; id: string; siblings: readonly unknown[]; merged: boolean };
  /** The page that is behind the button is in the same words. */
  words: Record<"title" | "notice" | "joinedTitle" | "joinedNotice" | "look", string>;
  /** Who only reads it is told that somebody else chooses. */
  waitsFor?: string | undefined;
}

export function SameTime({ record: { kind, id, siblings, merged }, words, waitsFor }: SameTimeProps) {
  if (siblings.length === 0 && !merged) return null;
  if (waitsFor !== undefined) return <Notice kind="warm" title={words.title} text={waitsFor} />;
  const two = siblings.length > 0;
  return (
    <Notice
      kind="warm"
      title={two ? words.title : words.joinedTitle}
      text={two ? words.notice : words.joinedNotice}
      action={<Button href={`/versies/${kind}/${id}`}>{words.look}</Button>}
    />
  );
}
