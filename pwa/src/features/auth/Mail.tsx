/** `/ik/mail`: another mail address, proven by a code like the first one was. */
import "./Frame.css";
import { type Signal, useSignal } from "@preact/signals";
import { t } from "../../i18n/t";
import { api } from "../../net/api";
import { failed } from "../../net/failure";
import { learn, me } from "../../store/me";
import { go } from "../../ui/go";
import { PageHead } from "../../ui/PageHead";
import { toast } from "../../ui/Toast";
import type { Asked } from "./asked";
import { CodeStep } from "./CodeStep";
import { MailStep } from "./MailStep";
import { NoMail } from "./NoMail";
import { type Problem, problemOf } from "./problems";

export function Page() {
  const words = t().me;
  const asked = useSignal<Asked | null>(null);
  const email = me.value?.person.email;
  const ask = async (address: string): Promise<Problem | null> => {
    const answer = await api.email(address);
    if (failed(answer)) return problemOf(answer, "tooOften");
    asked.value = { email: address, at: Date.now() };
    return null;
  };
  return (
    <div class="Frame" data-inside>
      <PageHead title={words.mailTitle} sub={email && words.mailNow(email)} back="/ik" section={words.back} />
      {asked.value ? (
        <Prove asked={asked} now={asked.value} ask={ask} />
      ) : (
        <>
          <MailStep email="" label={words.mailNew} hint={words.mailHint} act={words.mailAsk} ask={ask} />
          <p class="quiet">{words.mailWho}</p>
        </>
      )}
    </div>
  );
}

interface ProveProps {
  asked: Signal<Asked | null>;
  now: Asked;
  ask: (address: string) => Promise<Problem | null>;
}

function Prove({ asked, now, ask }: ProveProps) {
  const words = t().me;
  const prove = async (code: string): Promise<Problem | null> => {
    const answer = await api.verifyEmail(now.email, code);
    if (failed(answer)) return problemOf(answer, "dead");
    const mine = me.peek();
    if (mine) learn({ ...mine, person: { ...mine.person, email: answer.person.email } });
    toast(words.mailDone);
    go("/ik", { replace: true });
    return null;
  };
  const other = () => {
    asked.value = null;
  };
  return (
    <>
      <p>{words.mailCode(now.email)}</p>
      <CodeStep act={words.mailProve} prove={prove} />
      <NoMail asked={now} resend={() => ask(now.email)} onOther={other} />
    </>
  );
}
