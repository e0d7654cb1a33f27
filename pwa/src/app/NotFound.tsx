/** No such page, or none for this person: the two look alike on purpose. */
import { useLayoutEffect } from "preact/hooks";
import { t } from "../i18n/t";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { PageHead } from "../ui/PageHead";

export function NotFound() {
  const words = t().shell.notFound;
  useLayoutEffect(() => {
    document.title = `${words.title} · ${t().shell.name}`;
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [words]);
  return (
    <>
      <PageHead title={words.title} />
      <Card text={words.text}>
        <Button kind="primary" href="/">
          {words.act}
        </Button>
      </Card>
    </>
  );
}
