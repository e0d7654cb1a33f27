/** Step two of signing in: the six digits from the mail, or help where no mail came. */
import type { Signal } from "@preact/signals";
import { t } from "../../i18n/t";
import { api } from "../../net/api";
import { type Failure, failed } from "../../net/failure";
import type { SignedIn } from "../../records/account";
import { type Asked, forget, remember } from "./asked";
import { CodeStep } from "./CodeStep";
import { Frame } from "./Frame";
import { NoMail } from "./NoMail";
import { type Problem, problemOf } from "./problems";

interface CodeAskedProps {
  asked: Signal<Asked | null>;
  comeInBy: (prove: () => Promise<SignedIn | Failure>) => Promise<Problem | null>;
}

export function CodeAsked({ asked, comeInBy }: CodeAskedProps) {
  const words = t().auth;
  const now = asked.value;
  if (!now) return null;
  const resend = async () => {
    const answer = await api.code(now.email);
    if (failed(answer)) return problemOf(answer, "tooOften");
    asked.value = remember(now.email);
    return null;
  };
  const other = () => {
    forget();
    asked.value = null;
  };
  return (
    <Frame title={words.codeTitle} text={words.codeText(now.email)}>
      <CodeStep act={words.enter} prove={(code) => comeInBy(() => api.verify(now.email, code))} />
      <NoMail asked={now} resend={resend} onlyKnown onOther={other} />
    </Frame>
  );
}
