/** Where it is, what to know, the plan and who belongs to it: as far as there is something to say. */
import { t } from "../../i18n/t";
import type { Member } from "../../records/people";
import { Avatars } from "../../ui/Avatar";
import { Icon } from "../../ui/Icon";
import type { IconName } from "../../ui/icons";
import { Section } from "../../ui/Section";
import type { Session } from "./sessions";
import { isTalk } from "./titles";

export function SessionFacts({ session }: { session: Session }) {
  const words = t().sessions;
  const { place, link, note, plan = [] } = session.fields;
  return (
    <>
      {(place || link || note) && (
        <div class="facts">
          {place && <Fact icon="place">{place}</Fact>}
          {link && <Fact icon="arrowUpRight">{safe(link) ? <a href={link}>{link}</a> : link}</Fact>}
          {note && <Fact icon="info">{note}</Fact>}
        </div>
      )}
      {plan.length > 0 && (
        <Section title={words.plan}>
          <ol class="plan">
            {plan.map((block) => (
              <li key={block.id}>{block.title}</li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

export function Who({ session, people }: { session: Session; people: readonly Member[] }) {
  if (isTalk(session) || people.length === 0) return null;
  const names = people.map(({ name }) => name);
  return (
    <Section title={t().sessions.who}>
      <div class="people">
        <Avatars names={names} max={8} />
        <p>{names.join(", ")}</p>
      </div>
    </Section>
  );
}

function Fact({ icon, children }: { icon: IconName; children: preact.ComponentChildren }) {
  return (
    <p>
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}

/** Only what a browser opens as a page: a link is typed by people, and comes from other phones. */
const safe = (link: string): boolean => /^https?:\/\//.test(link);
