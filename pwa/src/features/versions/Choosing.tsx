/** The questions on which versions differ, each to be chosen, and one button that makes it so. */
import { useMemo, useRef } from "preact/hooks";
import { capital } from "../../i18n/dates";
import { t } from "../../i18n/t";
import type { HistoryAnswer } from "../../records/account";
import { pathOf } from "../../records/paths";
import { nameOf } from "../../records/people";
import { discard } from "../../store/discard";
import { held } from "../../store/held";
import { lookedAt, type Sides } from "../../store/joined";
import { all, type Shown } from "../../store/live";
import { me } from "../../store/me";
import { proposal } from "../../store/proposal";
import { choose } from "../../store/write";
import { ActionBar } from "../../ui/ActionBar";
import { Button } from "../../ui/Button";
import { go } from "../../ui/go";
import { PageHead } from "../../ui/PageHead";
import { toast } from "../../ui/Toast";
import { ChoiceField } from "./ChoiceField";
import { useHalfway } from "./halfway";
import { outcome } from "./picks";
import { readingOf } from "./reading";
import { type Beside, type Choice, choices, others } from "./versions";
import { settledBy } from "./waiting";

export interface ChoosingProps {
  record: Shown;
  waiting: readonly Beside[];
  sides: Sides;
  history: HistoryAnswer["revisions"];
}

export function Choosing({ record, waiting, sides, history }: ChoosingProps) {
  const words = t().versions;
  // Taken once: what is compared does not move under the one who compares. What came in meanwhile is joined when it is kept.
  const first = useRef({ ...record, siblings: waiting }).current;
  const myself = me.value?.person.id ?? "";
  const asked = useMemo(
    () => choices(first, proposal, { sides, history, me: myself }),
    [first, sides, history, myself],
  );
  const { picks, pick, done } = useHalfway(first, asked);
  const reading = readingOf(record);
  const back = pathOf(record) ?? "/";
  const keep = () => {
    const mids = settledBy(record, held.value, waiting);
    choose(record.kind, record.id, outcome(asked, picks), mids, first.fields as Record<string, unknown>);
    for (const { mid, id } of held.value) if (id === record.id && mids.includes(mid)) discard(mid);
    lookedAt(record.id);
    done();
    toast(words.kept);
    go(back, { replace: true });
  };
  return (
    <div class="Versions">
      <PageHead
        title={waiting.some((one) => one.held) ? words.titleHeld : words.title}
        sub={whoWrote(asked, waiting, myself)}
        back={back}
        section={capital(t().records[record.kind])}
      />
      {asked.length === 0 && <p>{words.same}</p>}
      {asked.map((choice) => (
        <ChoiceField
          key={choice.key}
          choice={choice}
          picked={picks[choice.key] ?? { version: 0 }}
          onPick={(picked) => pick(choice.key, picked)}
          reading={reading}
        />
      ))}
      <ActionBar>
        <Button kind="primary" icon="check" onClick={keep}>
          {words.keep}
        </Button>
      </ActionBar>
    </div>
  );
}

function whoWrote(asked: readonly Choice[], waiting: readonly Beside[], myself: string): string {
  const words = t().versions;
  if (waiting.some((one) => one.held)) return words.withHeld;
  const [other] = others(asked, myself);
  return other ? words.withOther(nameOf(all("person").value, other) ?? words.someone) : words.withSelf;
}
