/** After the last tap of the minimum: one open question for who has a minute more, or a card when a card is better. */
import { useEffect } from "preact/hooks";
import { language } from "../../i18n/language";
import { t } from "../../i18n/t";
import { labelOf } from "../../records/answers";
import { all } from "../../store/live";
import { useDraft } from "../../store/useDraft";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Field } from "../../ui/Field";
import { filled } from "./ask";
import { heads } from "./attendance";
import { depth, type Card as Kind, type Prompt } from "./depth";
import { earlierThan } from "./history";
import { myself, put } from "./logboek";
import { occasion } from "./occasion";
import { minimumDone } from "./taps";
import type { World } from "./world";

export function DepthPart({ world }: { world: World }) {
  const { template } = world;
  const rules = template.depth?.rules ?? [];
  if (rules.length === 0 || !minimumDone(template, filled(world))) return null;
  const { card, prompt } = depth(rules, seen(world), earlier(world));
  return (
    <>
      {card && <Stop key={card.card} card={card} />}
      {prompt && <Open key={prompt.id} world={world} prompt={prompt} />}
    </>
  );
}

function seen(world: World) {
  const { entry, session, members, states } = world;
  const sessions = all("session").value.filter(({ fields }) => fields.community === entry.fields.community);
  return occasion({ answers: filled(world), session, sessions, heads: heads(states), members });
}

function earlier({ entry }: World) {
  return earlierThan(entry, all("logboek").value, myself()).map((one) => one.fields as Record<string, unknown>);
}

/** Something else comes first now: who to turn to. Nothing of it is kept. */
function Stop({ card }: { card: Kind }) {
  const words = t().logboek;
  return (
    <div class="depth" aria-live="polite">
      <Card kind="warm" title={card.ask?.[language.value]} text={words.cardHelp[card.card]} />
    </div>
  );
}

function Open({ world, prompt }: { world: World; prompt: Prompt }) {
  const words = t().logboek;
  const { entry } = world;
  const draft = useDraft("logboek", entry.id, "depth");
  useEffect(() => {
    if (entry.fields.depth_prompt !== prompt.id) put(entry, { depth_prompt: prompt.id });
  }, [entry, prompt.id]);
  const skip = (skipped: boolean) => () => put(entry, { depth_skipped: skipped || null });
  const skipped = entry.fields.depth_skipped === true && draft.value.value === "";
  if (skipped) {
    return (
      <p class="depth soft">
        {words.skippedPrompt}{" "}
        <Button kind="plain" onClick={skip(false)}>
          {words.unskip}
        </Button>
      </p>
    );
  }
  return (
    <div class="depth" aria-live="polite">
      <Card label={words.depthLabel}>
        <Field
          kind="words"
          label={questionOf(world, prompt)}
          value={draft.value.value}
          onInput={draft.input}
          onBlur={draft.flush}
        />
        {draft.value.value === "" && <Skip onClick={skip(true)} />}
      </Card>
    </div>
  );
}

function Skip({ onClick }: { onClick: () => void }) {
  return (
    <p>
      <Button kind="plain" onClick={onClick}>
        {t().logboek.skip}
      </Button>
    </p>
  );
}

function questionOf(world: World, prompt: Prompt): string {
  const done = world.template.questions.find(({ id }) => id === "done");
  const name = done && prompt.about ? labelOf(done, prompt.about, language.value, world.plan) : "";
  return prompt.ask[language.value].replace("{werkvorm}", `“${name}”`);
}
