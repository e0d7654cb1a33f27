/** A logboek that was handed in: as it reads for everyone, what was said about it, and what can still be done with it. */
import "./LogboekRead.css";
import { t } from "../../i18n/t";
import { isDone, mine } from "../../records/reading";
import { all } from "../../store/live";
import { PageHead } from "../../ui/PageHead";
import { Section } from "../../ui/Section";
import { AnswerLines } from "./AnswerLines";
import { heads } from "./attendance";
import { myself } from "./logboek";
import { OnlyForMe } from "./OnlyForMe";
import { ReadActions } from "./ReadActions";
import { WhoRead } from "./ReadState";
import { SameTime } from "./SameTime";
import { Thread } from "./Thread";
import { subOf, titleOf } from "./titles";
import { Versions } from "./Versions";
import { isTalk, linesOf, type World } from "./world";

export function LogboekRead({ world, onChange }: { world: World; onChange: () => void }) {
  const { entry } = world;
  const words = t().logboek;
  return (
    <div class="LogboekRead">
      <PageHead title={titleOf(world)} sub={subOf(world)} section={words.title} back="/logboek" mark={entry.place} />
      <SameTime entry={entry} />
      <WhoRead world={world} />
      <Thread world={world} />
      <Section title={words.title}>
        {!isTalk(world) && world.members.length > 0 && <Present world={world} />}
        <AnswerLines lines={linesOf(world)} />
      </Section>
      {mine(entry, myself()) && <OnlyForMe world={world} />}
      <Versions world={world} />
      <ReadActions world={world} done={isDone(entry, all("review").value)} onChange={onChange} />
    </div>
  );
}

function Present({ world }: { world: World }) {
  const words = t().logboek;
  const away = world.members.filter(({ member }) => world.states.get(member) === "absent").map(({ name }) => name);
  return (
    <dl class="present">
      <dt>{words.present}</dt>
      <dd>{words.ofAll(heads(world.states), world.members.length)}</dd>
      {away.length > 0 && <dd class="soft">{words.notThere(words.joined(away))}</dd>}
    </dl>
  );
}
