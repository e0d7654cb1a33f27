/** `/ik/wie-ziet-wat`: for each role one holds, who reads what one writes there. The fields say it too; here it is together. */
import "./Me.css";
import "./WhoSees.css";
import { t } from "../../i18n/t";
import type { RoleName } from "../../records/account";
import { me } from "../../store/me";
import { Icon } from "../../ui/Icon";
import { PageHead } from "../../ui/PageHead";
import { Section } from "../../ui/Section";

export function Page() {
  const words = t().me;
  const roles = [...new Set(me.value?.roles.map(({ role }) => role))];
  return (
    <div class="Me">
      <PageHead title={words.whoSees} sub={words.seesIntro} back="/ik" section={words.back} />
      {roles.map((role) => (
        <Section key={role} title={words.sees.as(t().roles[role])}>
          <Table role={role} />
        </Section>
      ))}
      {roles.length === 0 && <p>{words.noRole}</p>}
    </div>
  );
}

function Table({ role }: { role: RoleName }) {
  const words = t().me;
  return (
    <div class="WhoSees">
      <dl>
        {words.sees[role].map(({ what, who, ...row }) => (
          <div key={what} data-own={"own" in row || undefined}>
            <dt>{what}</dt>
            <dd>
              <Icon name={"own" in row ? "lock" : "eye"} />
              {who}
            </dd>
          </div>
        ))}
      </dl>
      <p>{words.neverSees[role]}</p>
    </div>
  );
}
