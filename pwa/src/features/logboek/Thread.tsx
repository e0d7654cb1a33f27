/** What readers said about it and what was said back, in order of time. Answering works without a network. */
import { t } from "../../i18n/t";
import { openQuestion, type Turn } from "../../records/reading";
import { Conversation, type Saying } from "../../ui/Conversation";
import { Section } from "../../ui/Section";
import { myself } from "./logboek";
import { known } from "./ReadState";
import { Reply } from "./Reply";
import { saidOf } from "./said";
import type { World } from "./world";

export function Thread({ world }: { world: World }) {
  const turns = saidOf(world.entry);
  const asks = openQuestion(world.entry, turns);
  if (turns.length === 0) return null;
  return (
    <Section title={t().logboek.thread}>
      <Conversation said={turns.map((turn) => saying(turn, turn === asks))} />
      <Reply key={world.entry.id} world={world} to={asks ? known(asks.author) : undefined} />
    </Section>
  );
}

function saying({ id, author, state, text }: Turn, open: boolean): Saying {
  const words = t().logboek;
  const own = author === myself();
  return {
    id,
    name: own ? words.you : known(author),
    text,
    own,
    open,
    badge: state && { kind: state === "question" ? "warm" : "good", text: words[state] },
  };
}
