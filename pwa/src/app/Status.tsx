/** Whether everything is saved, in a dot and two words, and which hat one wears if there are several. */
import "./Status.css";
import { capital, dayTime } from "../i18n/dates";
import { t } from "../i18n/t";
import { hat, me } from "../store/me";
import { contact, unsent, wordsWait } from "../store/status";
import { Icon } from "../ui/Icon";
import { Mark, onPhone, here as onThis } from "../ui/Mark";
import { here } from "./router";
import { TABS } from "./tabs";

/** On a phone at the top of the tabs' own pages; a wide screen has it at the foot of the side bar. */
export function Status() {
  if (!atTab()) return null;
  return (
    <div class="Status">
      <StatusMark />
      <Hat />
    </div>
  );
}

/** On a tab's own page, where there is room to say how things stand; on the pages below it each record has its mark. */
export function atTab(): boolean {
  const { path, found } = here.value;
  return found?.route.tab !== undefined && TABS[found.route.tab].href === path;
}

export function StatusMark() {
  const { status } = t().shell;
  const waiting = unsent.value;
  if (waiting > 0) return <Mark place="here" text={`${wordsWait.value ? waiting : status.media} ${onThis()}`} />;
  const quiet = !onPhone() && contact.value ? status.updatedAt(dayTime(contact.value)) : status.allSaved;
  return <Mark place="safe" text={quiet} />;
}

/** Only for who has more than one; the page "Ik" is where one changes it. */
function Hat() {
  const role = hat.value;
  if (!role || (me.value?.roles.length ?? 0) < 2) return null;
  return (
    <a href="/ik">
      {capital(t().roles[role.role])}
      <Icon name="chevronDown" />
    </a>
  );
}
