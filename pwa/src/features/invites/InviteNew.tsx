/** `/ik/uitnodigen/nieuw`: whom, where, and by mail or by a link. It needs the server; what is filled in waits for it. */
import "./InviteNew.css";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/t";
import { hat, me } from "../../store/me";
import { online } from "../../store/status";
import { ActionBar } from "../../ui/ActionBar";
import { Button } from "../../ui/Button";
import { goBack } from "../../ui/go";
import { Notice } from "../../ui/Notice";
import { PageHead } from "../../ui/PageHead";
import { byLink, type Form, needsCommunity } from "./form";
import { communitiesOf } from "./invites";
import { make, type, typed } from "./making";
import type { Wrong } from "./problems";
import { Reach } from "./Reach";
import { RoleField } from "./RoleField";
import { Where } from "./Where";

export function Page() {
  const words = t().invites;
  const programme = hat.value?.programme ?? "";
  const there = communitiesOf(me.value?.communities ?? [], programme);
  const form = typed(programme);
  const wrong = useSignal<Wrong | null>(null);
  const busy = useSignal(false);
  const page = useRef<HTMLFormElement>(null);
  const change = (next: Partial<Form>) => {
    type(programme, next);
    wrong.value = null;
  };
  const submit = async () => {
    const seeking = document.activeElement?.matches("[type=search]"); // Enter there asks for what is found, not to send
    if (busy.value || seeking) return;
    busy.value = true;
    const went = await make(programme, there);
    busy.value = false;
    if (!("problem" in went)) return goBack("/ik/uitnodigen");
    wrong.value = went;
    page.current?.querySelector<HTMLElement>(`[data-field="${went.at}"] input`)?.focus();
  };
  const part = { form, there, change, wrong: wrong.value };
  return (
    <form
      class="InviteNew"
      ref={page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <PageHead title={words.invite} back="/ik/uitnodigen" section={words.title} />
      <RoleField {...part} />
      {needsCommunity(form) && <Where {...part} />}
      {form.role && <Reach {...part} />}
      <Said wrong={wrong.value} />
      <ActionBar note={words.lasts}>
        <Button kind="primary" type="submit">
          {busy.value ? words.busy : byLink(form) ? words.makeLink : words.send}
        </Button>
      </ActionBar>
    </form>
  );
}

/** What is about no field in particular; and without a network, before one has tried. */
function Said({ wrong }: { wrong: Wrong | null }) {
  const words = t().invites;
  const here = useRef<HTMLDivElement>(null);
  const general = wrong?.at === null;
  useEffect(() => {
    if (general) here.current?.scrollIntoView({ block: "nearest" }); // the button is always in sight, this need not be
  }, [wrong]);
  return (
    <div ref={here}>
      {general && <Notice kind="alert" text={words.problem[wrong.problem]} />}
      {!(general || online.value) && <Notice kind="offline" text={words.offlineNow} />}
    </div>
  );
}
