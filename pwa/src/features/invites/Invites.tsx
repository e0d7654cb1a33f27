/** `/ik/uitnodigen`: the invitations that are open, newest first. A tap on one shows its QR code and shares its link. */
import "./Invites.css";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../i18n/t";
import { api } from "../../net/api";
import { Failure, failed } from "../../net/failure";
import type { Invitation } from "../../records/account";
import { hat, me } from "../../store/me";
import { unplugged } from "../../store/status";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { List } from "../../ui/List";
import { PageHead } from "../../ui/PageHead";
import { toast } from "../../ui/Toast";
import { InviteRow, whoOf } from "./InviteRow";
import { InviteSheet } from "./InviteSheet";
import { communitiesOf, openOf } from "./invites";
import { lastMade, shown, withdraw } from "./making";
import { wrongOf } from "./problems";
import { Withdraw } from "./Withdraw";

type Answer = readonly Invitation[] | Failure | null;

export function Page() {
  const words = t().invites;
  const answer = useSignal<Answer>(null);
  const opened = useSignal<Invitation | null>(null);
  const ending = useSignal<Invitation | null>(null);
  const look = async () => {
    const told = unplugged() ? new Failure("offline") : await api.invitations();
    answer.value = failed(told) ? told : openOf(told.invitations, hat.peek()?.programme);
  };
  useEffect(() => {
    const made = lastMade.peek();
    shown();
    if (made?.email) toast(words.mailed(made.email));
    else opened.value = made;
    void look();
  }, []);
  const end = async (invitation: Invitation) => {
    ending.value = null;
    const went = await withdraw(invitation);
    toast(went ? words.problem[wrongOf(went).problem] : words.withdrawn(whoOf(invitation)));
    if (went) return;
    await look();
    document.querySelector<HTMLElement>("main h1")?.focus(); // the line that had the focus is gone
  };
  return (
    <div class="Invites">
      <PageHead
        title={words.title}
        sub={some(answer.value) && words.intro}
        back="/ik"
        section={t().me.title}
        action={some(answer.value) && <NewOne />}
      />
      <Found answer={answer.value} open={(one) => (opened.value = one)} again={look} />
      <InviteSheet invitation={opened} onWithdraw={(one) => (ending.value = one)} />
      <Withdraw invitation={ending} end={end} />
    </div>
  );
}

const some = (answer: Answer): boolean => Array.isArray(answer) && answer.length > 0;

function NewOne() {
  return (
    <Button kind="primary" icon="plus" href="/ik/uitnodigen/nieuw">
      {t().invites.invite}
    </Button>
  );
}

interface FoundProps {
  answer: Answer;
  open: (invitation: Invitation) => void;
  again: () => Promise<void>;
}

function Found({ answer, open, again }: FoundProps) {
  const words = t().invites;
  if (answer === null) return null;
  if (failed(answer)) return <Away failure={answer} again={again} />;
  if (answer.length === 0) return <None />;
  return (
    <List label={words.title} cards>
      {answer.map((invitation) => (
        <InviteRow key={invitation.id} invitation={invitation} onClick={() => open(invitation)} />
      ))}
    </List>
  );
}

function Away({ failure, again }: { failure: Failure; again: () => Promise<void> }) {
  const words = t().invites;
  const away = failure.kind === "offline";
  return (
    <Empty
      icon={away ? "cloudOff" : "refresh"}
      title={away ? words.offlineTitle : words.failedTitle}
      text={away ? words.offlineText : words.problem[wrongOf(failure).problem]}
      action={<Button onClick={() => void again()}>{words.retry}</Button>}
    />
  );
}

/** On the first day there is nobody to invite students to a group that has no coach. */
function None() {
  const words = t().invites;
  const first = communitiesOf(me.value?.communities ?? [], hat.value?.programme).length === 0;
  return (
    <Empty
      icon="people"
      title={first ? t().today.firstDay : words.emptyTitle}
      text={first ? t().today.firstDayText : words.emptyText}
      action={<NewOne />}
    />
  );
}
