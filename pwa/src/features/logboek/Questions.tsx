/** The questions of a template as faces, chips and a line of one's own. Each tap is kept at once. */
import { useSignal } from "@preact/signals";
import { language } from "../../i18n/language";
import { asked, listed } from "../../records/answers";
import { Button } from "../../ui/Button";
import { Chips } from "../../ui/Chips";
import { Faces } from "../../ui/Faces";
import { type AskProps, filled, options, sentence } from "./ask";
import { Done } from "./Done";
import { put } from "./logboek";
import { OwnWords } from "./OwnWords";
import { answer } from "./taps";
import type { World } from "./world";

export interface QuestionsProps {
  world: World;
  ids?: readonly string[];
  without?: readonly string[];
}

export function Questions({ world, ids, without = [] }: QuestionsProps) {
  const shown = asked(world.template, world.entry.fields)
    .filter((question) => question.type !== "text_words")
    .filter((question) => (ids ? ids.includes(question.id) : !without.includes(question.id)));
  return (
    <>
      {shown.map((question) => (
        <Ask key={question.id} world={world} question={question} />
      ))}
    </>
  );
}

function Ask({ world, question }: AskProps) {
  if (question.type === "faces5") return <Mood world={world} question={question} />;
  if (question.type === "chips_one") return <One world={world} question={question} />;
  if (question.worked) return <Done world={world} question={question} />;
  if (question.type === "chips_many_plus_own") return <Later world={world} question={question} />;
  return <Many world={world} question={question} />;
}

function Mood({ world: { entry }, question }: AskProps) {
  const labels = (question.options ?? []).map((option) => option[language.value]);
  const choose = (face: number | null) => put(entry, { [question.id]: face });
  return <Faces label={sentence(question)} labels={labels} value={entry.fields.mood} onChange={choose} />;
}

function One({ world, question }: AskProps) {
  const { fields } = world.entry;
  const choose = (id: string | null) => put(world.entry, answer(question, fields, id ? [id] : []));
  return (
    <Chips
      kind="one"
      label={sentence(question)}
      options={options({ world, question })}
      value={listed(filled(world)[question.id])[0]}
      onChange={choose}
    />
  );
}

function Many({ world, question }: AskProps) {
  const { fields } = world.entry;
  return (
    <Chips
      kind="many"
      label={sentence(question)}
      options={options({ world, question })}
      value={listed(filled(world)[question.id])}
      max={question.type === "chips_max3" ? 3 : undefined}
      onChange={(ids) => put(world.entry, answer(question, fields, ids))}
    />
  );
}

/** Not part of the minimum, so it is one quiet button until somebody wants it. */
function Later({ world, question }: AskProps) {
  const { next_own: own } = world.entry.fields;
  const wanted = useSignal(listed(filled(world)[question.id]).length > 0 || Boolean(own));
  const open = () => {
    wanted.value = true;
  };
  if (!wanted.value) {
    return (
      <div class="later">
        <Button kind="plain" icon="plus" onClick={open}>
          {sentence(question)}
        </Button>
      </div>
    );
  }
  return (
    <div class="ask">
      <Many world={world} question={question} />
      <OwnWords entry={world.entry} />
    </div>
  );
}
