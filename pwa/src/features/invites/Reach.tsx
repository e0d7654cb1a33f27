/** How the invitation gets there: by mail to one person, or for students as a link for as many as there are. */
import { t } from "../../i18n/t";
import { Chips } from "../../ui/Chips";
import { Field } from "../../ui/Field";
import { byLink, type Form, toPair, USES } from "./form";
import { type PartProps, saidAt } from "./RoleField";

const OTHER = "other";

export function Reach(props: PartProps) {
  const { form, there, change, wrong } = props;
  const words = t().invites;
  return (
    <>
      {form.role === "coachee" && (
        <Chips
          kind="one"
          label={words.how}
          options={(["link", "mail"] as const).map((id) => ({ id, label: words.ways[id] }))}
          value={form.way}
          onChange={(id) => id && change({ way: id as Form["way"] })}
        />
      )}
      {!byLink(form) && (
        <div data-field="email">
          <Field
            kind="email"
            label={words.email}
            hint={words.emailHint}
            value={form.email}
            required
            error={saidAt("email", wrong)}
            onInput={(email) => change({ email })}
          />
        </div>
      )}
      {byLink(form) && (toPair(form, there) ? <p class="soft">{words.once}</p> : <HowMany {...props} />)}
    </>
  );
}

function HowMany({ form, change, wrong }: PartProps) {
  const words = t().invites;
  const own = form.ownUses !== null;
  return (
    <div class="part" data-field={own ? undefined : "uses"}>
      <Chips
        kind="one"
        label={words.howMany}
        hint={words.howManyHint}
        options={[...USES.map((id) => ({ id, label: id })), { id: OTHER, label: words.otherNumber }]}
        value={own ? OTHER : form.uses}
        onChange={(id) => id && change(id === OTHER ? { ownUses: "" } : { uses: id, ownUses: null })}
      />
      {own && (
        <div data-field="uses">
          <Field
            label={words.number}
            value={form.ownUses ?? ""}
            maxLength={3}
            required
            error={saidAt("uses", wrong)}
            onInput={(ownUses) => change({ ownUses })}
          />
        </div>
      )}
    </div>
  );
}
