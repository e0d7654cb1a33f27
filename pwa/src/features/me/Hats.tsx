/** As whom one looks: every role one holds, in every programme; a tap puts another on. */
import "./Hats.css";
import { useId } from "preact/hooks";
import { longDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import type { Me } from "../../records/account";
import { hat, wear } from "../../store/me";
import { Choice } from "../../ui/Choice";
import { Icon } from "../../ui/Icon";
import { Section } from "../../ui/Section";
import { type HatLine, hatLines, wornIndex } from "./hats";

export function Hats({ me }: { me: Me }) {
  const lines = hatLines(me);
  if (lines.length === 0) return <p>{t().me.noRole}</p>;
  return <div class="Hats">{lines.length > 1 ? <Several me={me} lines={lines} /> : <Single lines={lines} />}</div>;
}

function Single({ lines }: { lines: HatLine[] }) {
  return (
    <Section title={t().me.role}>
      {lines.map((line) => (
        <div key={line.index} class="line">
          <What line={line} />
        </div>
      ))}
    </Section>
  );
}

function Several({ me, lines }: { me: Me; lines: HatLine[] }) {
  const words = t().me;
  const group = useId();
  return (
    <Section title={words.roles}>
      <p class="quiet">{words.rolesText}</p>
      <div class="lines" role="radiogroup" aria-label={words.roles}>
        {lines.map((line) => (
          <Hat key={line.index} line={line} group={group} worn={wornIndex(me, hat.value) === line.index} />
        ))}
      </div>
    </Section>
  );
}

function Hat({ line, group, worn }: { line: HatLine; group: string; worn: boolean }) {
  return (
    <Choice look="card" group={group} on={worn} choose={() => wear(line.index)}>
      <What line={line} />
      <span class="tick">{worn && <Icon name="check" />}</span>
    </Choice>
  );
}

function What({ line }: { line: HatLine }) {
  const words = t().me;
  const below = [line.programme, line.until && words.until(longDay(line.until))].filter(Boolean).join(" · ");
  return (
    <span class="what">
      <strong>{[t().roles[line.role], line.place].filter(Boolean).join(" · ")}</strong>
      {below && <small>{below}</small>}
    </span>
  );
}
