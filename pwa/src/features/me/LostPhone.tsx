/** `/ik/telefoon-kwijt`: what happens on a new phone, and with a lost one, in plain words. */
import "./Me.css";
import { t } from "../../i18n/t";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { PageHead } from "../../ui/PageHead";
import { Section } from "../../ui/Section";
import { Steps } from "./Steps";

export function Page() {
  const words = t().me;
  return (
    <div class="Me">
      <PageHead title={words.lostTitle} back="/ik" section={words.back} />
      <Section title={words.lostPhone}>
        <Steps steps={words.lostSteps} />
        <Button kind="primary" icon="phone" href="/ik/apparaten">
          {words.toDevices}
        </Button>
      </Section>
      <Card title={words.lostWhat} text={words.lostWhatText} />
      <Section title={words.newPhone}>
        <Steps steps={words.newSteps} />
      </Section>
      <Card title={words.lostNoMail} text={words.lostNoMailText} />
    </div>
  );
}
