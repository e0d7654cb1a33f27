/** `/ik`: who you are here, where your words are, and everything one sets once. */
import "./Me.css";
import { version } from "../../../package.json";
import { t } from "../../i18n/t";
import { isInstalled } from "../../store/device";
import { hat, type Me, me } from "../../store/me";
import { Columns } from "../../ui/Columns";
import { List } from "../../ui/List";
import { PageHead } from "../../ui/PageHead";
import { Row } from "../../ui/Row";
import { Hats } from "./Hats";
import { Kept } from "./Kept";
import { Language } from "./Language";
import { SignOut } from "./SignOut";

export function Page() {
  const words = t().me;
  const mine = me.value;
  if (!mine) return null;
  return (
    <div class="Me">
      <PageHead title={mine.person.name} sub={mine.person.email} />
      <Columns side={<Settings mine={mine} />}>
        <Hats me={mine} />
        {hat.value?.role === "coordinator" && <Inviting />}
        <Kept />
      </Columns>
      <footer>
        <SignOut />
        <p class="quiet">{words.version(version)}</p>
      </footer>
    </div>
  );
}

function Inviting() {
  const words = t().invites;
  return (
    <List label={words.row} cards>
      <Row icon="people" title={words.row} sub={words.rowText} href="/ik/uitnodigen" />
    </List>
  );
}

function Settings({ mine }: { mine: Me }) {
  const words = t().me;
  return (
    <div class="settings">
      <Language />
      <p class="quiet">{words.theme}</p>
      <List label={words.more}>
        <Row icon="user" title={words.name} sub={mine.person.name} href="/ik/naam" />
        <Row icon="mail" title={words.mail} sub={mine.person.email ?? words.noMail} href="/ik/mail" />
        <Row icon="phone" title={words.devices} sub={words.devicesText} href="/ik/apparaten" />
        <Row icon="search" title={words.lost} sub={words.lostText} href="/ik/telefoon-kwijt" />
        <Row icon="eye" title={words.whoSees} sub={words.whoSeesText} href="/ik/wie-ziet-wat" />
        {!isInstalled() && <Row icon="plus" title={words.install} sub={words.installText} href="/ik/installeren" />}
      </List>
    </div>
  );
}
