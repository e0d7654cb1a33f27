import { useState } from "preact/hooks";
import { Avatar } from "../src/ui/Avatar";
import { Badge } from "../src/ui/Badge";
import { Button } from "../src/ui/Button";
import { Card } from "../src/ui/Card";
import { Chip } from "../src/ui/Chip";
import { DateField } from "../src/ui/DateField";
import { Field } from "../src/ui/Field";
import { List } from "../src/ui/List";
import { Mark } from "../src/ui/Mark";
import { PageHead } from "../src/ui/PageHead";
import { Readers } from "../src/ui/Readers";
import { Row } from "../src/ui/Row";
import { Section } from "../src/ui/Section";
import { Sheet } from "../src/ui/Sheet";
import { Switch } from "../src/ui/Switch";
import { toast } from "../src/ui/Toast";

export function Parts() {
  const [on, setOn] = useState(true);
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState<string | null>("2026-12-08");
  return (
    <>
      <PageHead title="Ik" />
      <Section title="Knoppen">
        <div style="display:flex;flex-wrap:wrap;gap:0.5rem">
          <Button kind="primary" icon="check" onClick={() => toast("Ingeleverd. Senna en Cora kunnen dit lezen.")}>
            Toast
          </Button>
          <Button onClick={() => setOpen(true)}>Blad</Button>
          <Button kind="warm">Vraag</Button>
          <Button kind="alert" icon="bin" onClick={() => toast("Weggegooid", { label: "Terug", act: () => {} })}>
            Weg
          </Button>
          <Button kind="plain">Overslaan</Button>
          <Button disabled>Uit</Button>
          <Button icon="more" label="Meer" />
        </div>
      </Section>
      <Section title="Woorden" aside="drie van drie">
        <div style="display:flex;flex-wrap:wrap;gap:0.5rem;align-items:center">
          <Badge>over 2 weken</Badge>
          <Badge kind="warm">2</Badge>
          <Badge kind="plain">concept</Badge>
          <Badge kind="private">alleen ik</Badge>
          <Badge kind="good">gelukt</Badge>
          <Mark place="here" />
          <Mark place="safe" />
          <Avatar name="Cora van Dam" />
          <Chip on onToggle={() => {}}>
            Aan
          </Chip>
          <Chip disabled>Vol</Chip>
        </div>
        <Readers names={["Senna", "Cora"]} />
        <Readers onlyMe />
      </Section>
      <Card>
        <Switch label="Herinneringen" hint="Een bericht als je sessie klaar is, zonder namen." on={on} onToggle={setOn} />
        <Switch label="Engels" on={!on} onToggle={(next) => setOn(!next)} />
      </Card>
      <Card label="Inloggen">
        <Field kind="email" label="Je mailadres" value="bram@" onInput={() => {}} error="Dit is nog geen heel adres." />
        <Field kind="code" label="Code uit de mail" value="123 456" onInput={() => {}} />
        <DateField label="Wanneer?" value={day} onChange={setDay} />
      </Card>
      <List label="Apparaten" cards>
        <Row icon="phone" title="Deze telefoon" sub="laatst gezien: nu" />
        <Row icon="laptop" tone="plain" title="Chrome op Windows" sub="laatst gezien: di 16:42" href="/ik" />
      </List>
      <Sheet
        open={open}
        title="Jesse was er niet"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="primary" onClick={() => setOpen(false)}>
              Klaar
            </Button>
            <Button kind="plain">Weet ik niet</Button>
          </>
        }
      >
        <p>Weet je waarom? Je hoeft het niet in te vullen.</p>
      </Sheet>
    </>
  );
}
