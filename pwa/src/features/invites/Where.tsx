/** In which group or pair: one that is there, or a new one. */
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { Chips } from "../../ui/Chips";
import { Field } from "../../ui/Field";
import { type Kind, kindOf, NEW, placeOf } from "./form";
import { found } from "./invites";
import { type PartProps, Problem, saidAt } from "./RoleField";

/** From here on one does not look through them any more, but types a part of the name. */
const MANY = 12;

export function Where(props: PartProps) {
  const { form, there, change, wrong } = props;
  const words = t().invites;
  const sought = useSignal("");
  const place = placeOf(form, there);
  const shown = there.length > MANY ? found(there, sought.value, place) : there;
  return (
    <>
      {there.length > 0 && (
        <div class="part" data-field="community">
          {there.length > MANY && (
            <Field
              kind="search"
              label={words.where}
              placeholder={words.seek}
              value={sought.value}
              onInput={(text) => {
                sought.value = text;
              }}
            />
          )}
          <Chips
            kind="one"
            label={words.where}
            labelHidden={there.length > MANY}
            options={[...shown.map(({ id, name }) => ({ id, label: name })), { id: NEW, label: words.newPlace }]}
            value={place}
            onChange={(community) => change({ community })}
          />
          <Problem text={saidAt("community", wrong)} />
        </div>
      )}
      {place === NEW && <NewPlace {...props} />}
    </>
  );
}

function NewPlace({ form, there, change, wrong }: PartProps) {
  const words = t().invites;
  const kind = kindOf(form, there);
  return (
    <>
      <Chips
        kind="one"
        label={words.kind}
        hint={words.kindHint}
        options={(["group", "pair"] as const).map((id) => ({ id, label: words.kinds[id] }))}
        value={kind}
        onChange={(id) => id && change({ kind: id as Kind })}
      />
      <div data-field="name">
        <Field
          label={words.name[kind]}
          hint={words.nameHint[kind]}
          value={form.name}
          maxLength={200}
          required
          error={saidAt("name", wrong)}
          onInput={(name) => change({ name })}
        />
      </div>
    </>
  );
}
