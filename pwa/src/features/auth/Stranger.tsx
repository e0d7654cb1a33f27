/** Name and mail of someone new. A fault stands at the field it is about; what is about neither stands at the last one. */
import { type Signal, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { t } from "../../i18n/t";
import type { Offer } from "../../records/account";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { type Invitee, missing } from "./invitation";
import type { Problem } from "./problems";
import { useAttempt } from "./useAttempt";

export interface StrangerProps {
  offer: Offer;
  accept: (invitee: Invitee) => Promise<Problem | null>;
}

export function Stranger({ offer, accept }: StrangerProps) {
  const words = t().auth;
  const name = useSignal("");
  const email = useSignal("");
  const { problem, busy, field: last, run } = useAttempt();
  const first = useRef<HTMLElement>(null);
  const open = offer.sent_to === null;
  const join = async () => {
    const typed = { name: name.value.trim(), ...(open && { email: email.value.trim() }) };
    return missing(offer, typed) ?? accept(typed);
  };
  const submit = async () => {
    await run(join);
    if (problem.value === "name") first.current?.focus();
  };
  const said = problem.value ? words.problem[problem.value] : undefined;
  const atName = problem.value === "name" || !open;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <NameField typed={name} error={atName ? said : undefined} at={open ? first : last} />
      {open && <MailField typed={email} error={atName ? undefined : said} at={last} />}
      {offer.sent_to && <p class="quiet">{words.invite.sentTo(offer.sent_to)}</p>}
      <Button kind="primary" wide type="submit">
        {busy.value ? words.busy : words.invite.join}
      </Button>
    </form>
  );
}

interface AskProps {
  typed: Signal<string>;
  error: string | undefined;
  at: { current: HTMLElement | null };
}

function NameField({ typed, error, at }: AskProps) {
  const words = t().auth.invite;
  return (
    <Field
      kind="name"
      name="name"
      label={words.name}
      hint={words.nameHint}
      value={typed.value}
      required
      maxLength={200}
      inputRef={at}
      error={error}
      onInput={(text) => {
        typed.value = text;
      }}
    />
  );
}

function MailField({ typed, error, at }: AskProps) {
  const words = t().auth;
  return (
    <Field
      kind="email"
      name="email"
      label={words.email}
      hint={words.invite.mailHint}
      value={typed.value}
      required
      inputRef={at}
      error={error}
      onInput={(text) => {
        typed.value = text;
      }}
    />
  );
}
