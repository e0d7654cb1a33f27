/** A page that failed: whose fault it is, that the words are safe, and three ways on. */
import { t } from "../i18n/t";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { PageHead } from "../ui/PageHead";
import { toast } from "../ui/Toast";
import { unsentText } from "./unsent-text";

export function Broken({ again }: { again: () => void }) {
  const words = t().shell.broken;
  return (
    <>
      <PageHead title={words.title} />
      <Card text={words.text}>
        <Button kind="primary" icon="refresh" onClick={again}>
          {words.again}
        </Button>
        <Button icon="copy" onClick={copy}>
          {words.copy}
        </Button>
        <Button kind="plain" href="/">
          {words.home}
        </Button>
      </Card>
    </>
  );
}

async function copy(): Promise<void> {
  const words = t().shell.broken;
  const text = unsentText();
  if (text) await navigator.clipboard.writeText(text);
  toast(text ? words.copied : words.nothing);
}
