/** The private part: a record of its own that goes nowhere, in violet, so that nobody mistakes it for the rest. */
import { useMemo } from "preact/hooks";
import { language } from "../../i18n/language";
import { t } from "../../i18n/t";
import { draftField } from "../../store/drafts";
import { Card } from "../../ui/Card";
import { Field } from "../../ui/Field";
import { Readers } from "../../ui/Readers";
import { reflectionsOf, writeForMyself } from "./logboek";
import type { World } from "./world";

export function OnlyForMe({ world }: { world: World }) {
  const words = t().logboek;
  const kept = reflectionsOf(world.entry)[0];
  const draft = useMemo(() => kept && draftField("reflection", kept.id, "text"), [kept?.id]);
  const write = (text: string) => {
    if (draft) draft.input(text);
    else if (text) writeForMyself(world.entry, text);
  };
  return (
    <div class="onlyForMe">
      <Card kind="private">
        <Field
          kind="private"
          label={world.template.private?.ask[language.value] ?? words.privateHint}
          value={draft?.value.value ?? ""}
          onInput={write}
          onBlur={() => draft?.flush()}
          readers={<Readers onlyMe />}
        />
      </Card>
    </div>
  );
}
