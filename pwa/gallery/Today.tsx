import { Avatars } from "../src/ui/Avatar";
import { Badge } from "../src/ui/Badge";
import { Button } from "../src/ui/Button";
import { Card } from "../src/ui/Card";
import { Columns } from "../src/ui/Columns";
import { List } from "../src/ui/List";
import { PageHead } from "../src/ui/PageHead";
import { Row } from "../src/ui/Row";

const GROUP = ["Amina", "Daan", "Fatima", "Lina", "Milan", "Noor", "Sem", "Jesse"];

export function Today() {
  return (
    <>
      <PageHead title="Hoi Bram" />
      <Columns side={<Contact />}>
      <Card kind="hero" label="Sessie 5 · net afgelopen" title="Hoe ging het met je groep?" text="6 van de 8 waren er. De rest staat al voor je klaar.">
        <Button kind="primary" icon="logbook" note="1 à 2 min" wide href="/logboek/5">
          Logboek invullen
        </Button>
      </Card>
      <Card
        label="Volgende sessie"
        aside={<Badge>over 2 weken</Badge>}
        title="Dinsdag 8 december, 14:00"
        text="Lokaal 3.12 · na het college Onderzoek"
      >
        <div style="display:flex;flex-wrap:wrap;gap:0.75rem;align-items:center;justify-content:space-between">
          <Avatars names={GROUP} />
          <Button href="/sessies/6">Plan maken</Button>
        </div>
      </Card>
      </Columns>
    </>
  );
}

function Contact() {
  return (
      <Card>
        <List label="Even contact" heading>
          <Row icon="chat" tone="warm" title="Jesse was er niet" sub="Stap 1 van 3 · stuur een appje" href="/" />
          <Row icon="reply" title="Vraag bij je logboek" sub="Sessie 4 · van je coördinator" href="/" />
        </List>
      </Card>
  );
}
