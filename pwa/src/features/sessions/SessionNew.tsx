/** `/sessies/nieuw`: a session made on the phone, with or without a network. Filled in as the next one is likely to be. */
import "./SessionForm.css";
import { useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { type Community, onlyPairs } from "../../records/hats";
import { all, loaded } from "../../store/live";
import { useDraft } from "../../store/useDraft";
import { ActionBar } from "../../ui/ActionBar";
import { Button } from "../../ui/Button";
import { Chips } from "../../ui/Chips";
import { Empty } from "../../ui/Empty";
import { Field } from "../../ui/Field";
import { go } from "../../ui/go";
import { PageHead } from "../../ui/PageHead";
import { Readers } from "../../ui/Readers";
import { likely } from "./agenda";
import { flawOf, type Moment } from "./moment";
import { newDraft, onlyTalks, plannable, planSession } from "./sessions";
import { When } from "./When";

export function Page() {
  all("session").value;
  const communities = plannable();
  if (!loaded.value) return null;
  const words = t().sessions;
  const title = onlyTalks() ? words.newPair : words.new;
  return (
    <div class="SessionForm">
      <PageHead title={title} section={onlyTalks() ? words.titlePair : words.title} back="/sessies" />
      {communities[0] ? (
        <Plan communities={communities} first={communities[0]} />
      ) : (
        <Empty icon="calendar" title={words.emptyTitle} text={words.emptyMember} />
      )}
    </div>
  );
}

function Plan({ communities, first }: { communities: readonly Community[]; first: Community }) {
  const words = t().sessions;
  const community = useSignal(first);
  const proposed = likely(all("session").value, community.value.id, new Date());
  const chosen = useSignal<Moment | null>(null);
  const typed = useDraft("session", newDraft(), "place");
  const touched = useSignal(false);
  const moment = chosen.value ?? proposed.moment;
  const place = typed.value.value || (touched.value ? "" : proposed.place);
  const make = () => {
    if (!flawOf(moment))
      go(`/sessies/${planSession({ community: community.value, moment, place })}`, { replace: true });
  };
  return (
    <>
      {communities.length > 1 && (
        <Chips
          kind="one"
          label={onlyPairs(communities) ? words.withWhom : words.group}
          options={communities.map(({ id, name }) => ({ id, label: name }))}
          value={community.value.id}
          onChange={(id) => {
            community.value = communities.find((one) => one.id === id) ?? community.value;
          }}
        />
      )}
      <When
        moment={moment}
        onChange={(next) => {
          chosen.value = next;
        }}
      />
      <Field
        label={words.place}
        placeholder={words.placeHint}
        value={place}
        maxLength={300}
        onInput={(text) => {
          touched.value = true;
          typed.input(text);
        }}
        onBlur={typed.flush}
      />
      <ActionBar note={<Readers text={community.value.kind === "pair" ? words.readersPair : words.readersGroup} />}>
        <Button kind="primary" onClick={make} disabled={flawOf(moment) !== null}>
          {words.make}
        </Button>
      </ActionBar>
    </>
  );
}
