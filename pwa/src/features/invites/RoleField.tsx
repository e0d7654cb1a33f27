/** As what somebody comes, and what that means for them. */
import { capital } from "../../i18n/dates";
import { t } from "../../i18n/t";
import type { Community } from "../../records/hats";
import { Chips } from "../../ui/Chips";
import { type Flaw, type Form, type Invitable, ROLES } from "./form";
import type { Wrong } from "./problems";

/** What each part of the form gets. */
export interface PartProps {
  form: Form;
  there: readonly Community[];
  change: (next: Partial<Form>) => void;
  wrong: Wrong | null;
}

/** The sentence, for the field that it is about. */
export function saidAt(at: Flaw, wrong: Wrong | null): string | undefined {
  return wrong?.at === at ? t().invites.problem[wrong.problem] : undefined;
}

export function RoleField({ form, change, wrong }: PartProps) {
  const words = t().invites;
  return (
    <div class="part" data-field="role">
      <Chips
        kind="one"
        label={words.who}
        options={ROLES.map((id) => ({ id, label: capital(t().roles[id]) }))}
        value={form.role}
        onChange={(id) => change({ role: id as Invitable | null })}
      />
      <p class="soft" role="status">
        {form.role && words.gets[form.role]}
      </p>
      <Problem text={saidAt("role", wrong)} />
    </div>
  );
}

/** Below a choice; a Field says its own. */
export function Problem({ text }: { text: string | undefined }) {
  return text ? (
    <p class="error" role="alert">
      {text}
    </p>
  ) : null;
}
