import { Badge } from "../src/ui/Badge";
import { ActionBar } from "../src/ui/ActionBar";
import { Button } from "../src/ui/Button";
import { Card } from "../src/ui/Card";
import { Field } from "../src/ui/Field";
import { List } from "../src/ui/List";
import { PageHead } from "../src/ui/PageHead";
import { Panes } from "../src/ui/Panes";
import { Row } from "../src/ui/Row";

export function Desk() {
  return (
    <Panes open list={<Handed />}>
      <PageHead
        title="Sessie 5 · groep SW1C"
        sub="dinsdag 24 november · ingeleverd om 16:31"
        back="/review"
        section="Logboeken"
        action={<Badge>gelezen door jou</Badge>}
      />
      <Card label="Wat viel op">
        <p>
          Het was stiller dan anders, tot één student vertelde over de combinatie van werk en tentamens. Daarna herkende
          bijna iedereen zich erin en maakten ze zelf een lijst van wat kan wachten.
        </p>
      </Card>
      <Card label="Wat willen ze de volgende keer">
        <p>Oefenen met het portfoliogesprek. Twee studenten bereiden een vraag voor.</p>
      </Card>
      <Card>
        <Field label="Schrijf iets terug" kind="words" rows={2} value="" onInput={() => {}} placeholder="Je coach ziet het op de telefoon." />
      </Card>
      <ActionBar>
        <Button icon="eye">Gelezen, dank je</Button>
        <Button kind="warm" icon="circleHelp">
          Vraag
        </Button>
        <Button kind="primary" icon="check">
          Afronden
        </Button>
      </ActionBar>
    </Panes>
  );
}

function Handed() {
  return (
    <>
      <PageHead title="Logboeken" action={<Button icon="chevronDown">Ongelezen</Button>} />
      <List label="Logboeken">
        <Row unread current title="Sessie 5 · groep SW1C" sub="6 van 8 · ging goed" aside="di 24 nov" href="/review/5" />
        <Row unread title="Sessie 4 · groep SW1A" sub="Vraag beantwoord" aside="ma 23 nov" href="/review/4" />
        <Row title="Gesprek · duo 3" sub="Meenemen naar intervisie" aside="zo 22 nov" href="/review/3" />
        <Row title="Sessie 5 · groep SW1B" sub="4 van 7 · stroef" aside="vr 20 nov" href="/review/2" />
        <Row title="Eindverslag · concept" sub="Afgerond" aside="do 19 nov" href="/review/1" />
      </List>
    </>
  );
}
