/** What does not go by itself: each with the page where one decides. */
import { t } from "../../i18n/t";
import { List } from "../../ui/List";
import { Row } from "../../ui/Row";
import { counted, type Media } from "./media";

export interface ToSettleProps extends Pick<Media, "refused"> {
  late: number;
  two: number;
  recorded: number;
}

export function ToSettle({ late, two, recorded, refused }: ToSettleProps) {
  const words = t().me;
  if (late + two + recorded + refused.size === 0) return null;
  return (
    <List label={words.toSettle}>
      {late > 0 && (
        <Row icon="inbox" tone="warm" title={words.held(late)} sub={words.heldText} href="/niet-aangekomen" />
      )}
      {two > 0 && <Row icon="copy" tone="warm" title={words.two(two)} sub={words.twoText} href="/versies" />}
      {recorded > 0 && (
        <Row icon="mic" tone="warm" title={words.recorded(recorded)} sub={words.recordedText} href="/opnames" />
      )}
      {[...refused].map(([id, files]) => (
        <Row
          key={id}
          icon="image"
          tone="warm"
          title={words.refused(counted(files, words), files.length)}
          sub={words.refusedText}
          href={`/logboek/${id}`}
        />
      ))}
    </List>
  );
}
