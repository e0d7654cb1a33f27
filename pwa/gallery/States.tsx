import { Button } from "../src/ui/Button";
import { Card } from "../src/ui/Card";
import { Empty } from "../src/ui/Empty";
import { Notice } from "../src/ui/Notice";
import { PageHead } from "../src/ui/PageHead";

export function States() {
  return (
    <>
      <PageHead title="Sessies" action={<Button icon="plus">Nieuw</Button>} />
      <Notice kind="offline" text="Geen internet. Alles wat je doet, blijft op deze telefoon en gaat straks vanzelf mee." />
      <Notice text="Er is een nieuwe versie van de app. Je kunt eerst afmaken wat je doet." action={<Button>Nu vernieuwen</Button>} onClose={() => {}} />
      <Notice kind="warm" title="Vraag voor jou" text="Cora vraagt iets bij sessie 4." action={<Button kind="warm">Bekijken</Button>} />
      <Notice kind="alert" text="Bewaren op deze telefoon lukt nu niet. Laat deze pagina open." />
      <Notice kind="private" text="Alleen jij ziet dit." />
      <Notice kind="good" text="Ingeleverd. Senna en Cora kunnen dit lezen." />
      <Card kind="warm" label="Even contact" title="Twee keer leeg" text="Wil je er iets aan veranderen?">
        <Button kind="primary">Ja, graag</Button>
      </Card>
      <Empty icon="logbook" title="Nog geen logboeken" text="Na je eerste sessie staat er hier een klaar." action={<Button>Sessie maken</Button>} />
    </>
  );
}
