/** `/uitnodiging#…`: who invites you to what; your name and mail where they are needed; a code; and you are in. */
import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { language } from "../../i18n/language";
import { t } from "../../i18n/t";
import { api } from "../../net/api";
import { type Failure, failed } from "../../net/failure";
import type { Offer } from "../../records/account";
import { me } from "../../store/me";
import { Button } from "../../ui/Button";
import { go } from "../../ui/go";
import { toast } from "../../ui/Toast";
import { CodeStep } from "./CodeStep";
import { comeIn, enter } from "./enter";
import { Frame } from "./Frame";
import { InviteForm } from "./InviteForm";
import { type Invitee, proofOf } from "./invitation";
import { Locked } from "./Locked";
import { NoMail } from "./NoMail";
import { OfferCard } from "./OfferCard";
import { type Problem, problemOf } from "./problems";

interface Sent {
  to: string;
  at: number;
  invitee: Invitee;
}

export function Page() {
  const token = location.hash.slice(1);
  const offer = useSignal<Offer | Failure | null>(null);
  const sent = useSignal<Sent | null>(null);
  const look = () => {
    offer.value = null;
    api.offer(token).then((answer) => {
      offer.value = answer;
    });
  };
  useEffect(look, [token]);
  if (offer.value === null) return null;
  if (failed(offer.value)) return <Gone failure={offer.value} again={look} />;
  if (sent.value) return <Prove token={token} offer={offer.value} sent={sent} now={sent.value} />;
  return <Accept token={token} offer={offer.value} sent={sent} />;
}

function Accept({ token, offer, sent }: { token: string; offer: Offer; sent: Signal<Sent | null> }) {
  const words = t().auth.invite;
  const accept = async (invitee: Invitee): Promise<Problem | null> => {
    const answer = await api.accept({ token, language: language.value, ...invitee });
    if (failed(answer)) return problemOf(answer, "tooOften");
    if (answer.person) return arrive(await comeIn());
    sent.value = { to: invitee.email ?? answer.sent_to ?? "", at: Date.now(), invitee };
    return null;
  };
  return (
    <Frame title={offer.by ? words.from(offer.by) : words.fromNobody} text={words.as[offer.role]}>
      <OfferCard offer={offer} />
      <InviteForm offer={offer} accept={accept} />
      <Locked />
    </Frame>
  );
}

interface ProveProps {
  token: string;
  offer: Offer;
  sent: Signal<Sent | null>;
  now: Sent;
}

function Prove({ token, offer, sent, now }: ProveProps) {
  const words = t().auth;
  const resend = async () => {
    const answer = await api.accept({ token, language: language.value, ...now.invitee });
    if (failed(answer)) return problemOf(answer, "tooOften");
    sent.value = { ...now, at: Date.now() };
    return null;
  };
  const back = () => {
    sent.value = null;
  };
  const prove = async (code: string) => arrive(await enter(() => proofOf(api, token, offer, now.invitee, code)));
  return (
    <Frame title={words.codeTitle} text={words.codeText(now.to)}>
      <CodeStep act={words.invite.join} prove={prove} />
      <NoMail asked={{ email: now.to, at: now.at }} resend={resend} onOther={offer.sent_to ? undefined : back} />
    </Frame>
  );
}

function Gone({ failure, again }: { failure: Failure; again: () => void }) {
  const words = t().auth.invite;
  const away = failure.kind === "offline" || failure.kind === "busy";
  const broken = failure.code === "invitation_wrong";
  const title = away ? words.offlineTitle : broken ? words.broken : words.gone;
  const text = away ? words.offlineText : broken ? words.brokenText : words.goneText;
  return (
    <Frame title={title} text={text}>
      {away ? (
        <Button kind="primary" wide onClick={again}>
          {t().auth.retry}
        </Button>
      ) : (
        <Button wide href="/">
          {me.value ? t().auth.toToday : words.toSignIn}
        </Button>
      )}
    </Frame>
  );
}

function arrive(entered: Awaited<ReturnType<typeof comeIn>>): Problem | null {
  if ("problem" in entered) return entered.problem;
  toast(entered.locked ? t().auth.lockedToast : t().auth.invite.joined);
  go("/", { replace: true });
  return null;
}
