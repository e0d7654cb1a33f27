/** Two phones, or two coaches, wrote at the same time: nothing is lost, and here is where one chooses. */
import { t } from "../../i18n/t";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import type { Entry } from "./world";

export function SameTime({ entry }: { entry: Entry }) {
  const words = t().logboek;
  if (entry.siblings.length === 0) return null;
  return (
    <Notice
      kind="warm"
      title={words.twoVersions}
      text={words.twoVersionsText}
      action={<Button href={`/versies/logboek/${entry.id}`}>{words.choose}</Button>}
    />
  );
}
