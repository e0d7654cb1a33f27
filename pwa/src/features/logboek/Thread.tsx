/** What readers said about it and what was said back, in order of time. Answering works without a network. */
import { t } from "../../i18n/t";
import { openQuestion, type Turn, thread } from "../../records/reading";
import { all } from "../../store/live";
import { Badge } from "../../ui/Badge";
import { Section } from "../../ui/Section";
import { myself } from "./logboek";
import { known } from "./ReadState";
import { Reply } from "./Reply";
import type { World } from "./world";

export function Thread({ world }: { world: World }) {
  const words = t().logboek;
  const turns = thread(world.entry, all("review").value, all("comment").value);
  const asks = openQuestion(world.entry, turns);
  if (turns.length === 0) return null;
  return (
    <Section title={words.thread}>
      <ol class="Thread">
        {turns.map((turn) => (
          <Said key={turn.id} turn={turn} open={turn === asks} />
        ))}
      </ol>
      <Reply key={world.entry.id} world={world} to={asks ? known(asks.author) : undefined} />
    </Section>
  );
}

function Said({ turn, open }: { turn: Turn; open: boolean }) {
  const own = turn.author === myself();
  return (
    <li data-own={own || undefined} data-open={open || undefined}>
      <p class="by">
        <strong>{own ? t().logboek.you : known(turn.author)}</strong>
        {turn.state && <Badge kind={turn.state === "question" ? "warm" : "good"}>{t().logboek[turn.state]}</Badge>}
      </p>
      {turn.text && <p class="words">{turn.text}</p>}
    </li>
  );
}
