/** A logboek that was handed in: as it reads for everyone, what was said about it, and what can still be done with it. */
import "./LogboekRead.css";
import { t } from "../../i18n/t";
import type { AnswerLine } from "../../records/answers";
import { mine } from "../../records/reading";
import { Columns } from "../../ui/Columns";
import { PageHead } from "../../ui/PageHead";
import { SameTime } from "../../ui/SameTime";
import { AnswerLines } from "./AnswerLines";
import { heads } from "./attendance";
import { FileStrip } from "./FileStrip";
import { myself } from "./logboek";
import { OnlyForMe } from "./OnlyForMe";
import { ReadActions } from "./ReadActions";
import { known, WhoRead } from "./ReadState";
import { doneWith } from "./said";
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
      <SameTime
        record={entry}
        words={t().versions}
        waitsFor={mine(entry, myself()) ? undefined : t().versions.theirsNotice(known(entry.author))}
      />
      <WhoRead world={world} />
      <Columns
        side={
          <>
            {mine(entry, myself()) && <OnlyForMe world={world} />}
            <Versions world={world} />
          </>
        }
      >
        <Thread world={world} />
        <AnswerLines lines={[...presentLine(world), ...linesOf(world)]} />
        <FileStrip entry={entry} />
      </Columns>
      <ReadActions world={world} done={doneWith(entry)} onChange={onChange} />
    </div>
  );
}

/** Who was there reads like any other answer, though it is kept with each of them. */
function presentLine(world: World): AnswerLine[] {
  const words = t().logboek;
  if (isTalk(world) || world.members.length === 0) return [];
  const away = world.members.filter(({ member }) => world.states.get(member) === "absent").map(({ name }) => name);
  const label = words.ofAll(heads(world.states), world.members.length);
  const some = away.length > 0 && away.length < world.members.length;
  const text = some ? words.notThere(words.joined(away)) : "";
  return [{ id: "present", ask: words.who, chosen: [{ id: "present", label }], text, skipped: false }];
}
