/** `/inloggen`: a mail address, then six digits; or the link from the same mail; or, in a demo, somebody to be. */
import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../i18n/t";
import { api } from "../../net/api";
import { type Failure, failed } from "../../net/failure";
import type { SignedIn } from "../../records/account";
import { firstName } from "../../records/people";
import { me } from "../../store/me";
import { trouble } from "../../store/status";
import { Button } from "../../ui/Button";
import { go } from "../../ui/go";
import { later } from "../../ui/later";
import { Notice } from "../../ui/Notice";
import { toast } from "../../ui/Toast";
import { type Asked, recall, remember } from "./asked";
import { Demo } from "./Demo";
import { type Entered, enter } from "./enter";
import { Frame } from "./Frame";
import { LinkStep } from "./LinkStep";
import { Locked } from "./Locked";
import { MailStep } from "./MailStep";
import { settleOwed } from "./owing";
import { type Problem, problemOf } from "./problems";
import { destination } from "./typed";
import { useLinkToken } from "./useLinkToken";

/** Fetched while a code is asked for. */
const codeAsked = async () => (await import("./CodeAsked")).CodeAsked;
const CodeAsked = later(codeAsked);

export function Page() {
  useEffect(() => void settleOwed(), []);
  const token = useLinkToken();
  const stale = useSignal(false);
  const asked = useSignal<Asked | null>(recall());
  if (token.value) return <ByLink token={token} stale={stale} />;
  if (me.value && trouble.value !== "signed_out") return <AlreadyIn stale={stale.value} />;
  return asked.value && !stale.value ? (
    <CodeAsked asked={asked} comeInBy={comeInBy} />
  ) : (
    <Start asked={asked} stale={stale} />
  );
}

function Start({ asked, stale }: { asked: Signal<Asked | null>; stale: Signal<boolean> }) {
  const words = t().auth;
  const known = me.value?.person;
  const ask = async (address: string) => {
    const [answer] = await Promise.all([api.code(address), codeAsked().catch(() => {})]); // if not now, then when it is drawn
    if (failed(answer)) return problemOf(answer, "tooOften");
    asked.value = remember(address);
    stale.value = false;
    return null;
  };
  return (
    <Frame title={known ? words.again(firstName(known.name)) : words.title} text={known ? words.againText : undefined}>
      {stale.value && <Notice kind="warm" text={words.linkWrong} />}
      <MailStep email={known?.email ?? ""} label={words.email} hint={words.emailHint} act={words.ask} ask={ask} />
      <Locked />
      <Demo onEntered={arrive} />
    </Frame>
  );
}

function ByLink({ token, stale }: { token: Signal<string | null>; stale: Signal<boolean> }) {
  const words = t().auth;
  const prove = async (): Promise<Problem | null> => {
    const went = await comeInBy(() => api.link(token.value ?? ""));
    if (went !== "wrong") return went;
    token.value = null;
    stale.value = true;
    return null;
  };
  return (
    <Frame title={words.linkTitle} text={words.linkText}>
      <LinkStep prove={prove} />
      <Locked />
    </Frame>
  );
}

function AlreadyIn({ stale }: { stale: boolean }) {
  const words = t().auth;
  return (
    <Frame title={words.signedInTitle} text={words.signedInAs(me.value?.person.name ?? "")}>
      {stale && <Notice kind="warm" text={words.linkWrongIn} />}
      <Button kind="primary" wide onClick={() => go(destination(location.search), { replace: true })}>
        {words.toToday}
      </Button>
      <p class="quiet">{words.someoneElse}</p>
    </Frame>
  );
}

async function comeInBy(prove: () => Promise<SignedIn | Failure>): Promise<Problem | null> {
  const entered = await enter(prove);
  arrive(entered);
  return "problem" in entered ? entered.problem : null;
}

function arrive(entered: Entered): void {
  if ("problem" in entered) return;
  if (entered.locked) toast(t().auth.lockedToast);
  go(destination(location.search), { replace: true });
}
