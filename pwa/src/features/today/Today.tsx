/** `/`: Vandaag. What one sees follows the hat one wears; the rest of the page is the same greeting. */
import "./Today.css";
import type { ComponentChildren } from "preact";
import { t } from "../../i18n/t";
import type { RoleName } from "../../records/account";
import { firstName } from "../../records/people";
import { hat, me } from "../../store/me";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { PageHead } from "../../ui/PageHead";
import { Advice } from "./Advice";
import { CoacheeToday } from "./CoacheeToday";
import { CoachToday } from "./CoachToday";
import { StaffToday } from "./StaffToday";

const PAGES: Partial<Record<RoleName, () => ComponentChildren>> = {
  coach: CoachToday,
  coachee: CoacheeToday,
  senior: StaffToday,
  coordinator: StaffToday,
};

export function Page() {
  const words = t().today;
  if (!me.value) return null;
  const role = hat.value?.role;
  const Mine = role && PAGES[role];
  return (
    <div class="Today">
      <PageHead title={words.hi(firstName(me.value.person.name))} />
      <Advice />
      {Mine ? <Mine /> : <Rest role={role} />}
    </div>
  );
}

/** Who has nothing to do here hears why, and where it says who reads what. */
function Rest({ role }: { role: RoleName | undefined }) {
  const words = t().today;
  const { title, text } = (role && REST[role]?.()) ?? { title: words.noHat, text: words.noHatText };
  return (
    <Empty
      icon="house"
      title={title}
      text={text}
      action={role && <Button href="/ik/wie-ziet-wat">{words.whoSees}</Button>}
    />
  );
}

const REST: Partial<Record<RoleName, () => { title: string; text: string }>> = {
  tutor: () => t().today.rest.tutor,
  researcher: () => t().today.rest.researcher,
  admin: () => t().today.rest.admin,
};
