/** What one is invited to, in names. */
import "./OfferCard.css";
import { capital, longDay } from "../../i18n/dates";
import { t } from "../../i18n/t";
import type { Offer } from "../../records/account";
import { Card } from "../../ui/Card";

export function OfferCard({ offer }: { offer: Offer }) {
  const words = t().auth.invite;
  return (
    <div class="OfferCard">
      <Card>
        <dl>
          <Line name={words.programme} value={offer.programme} />
          {offer.community && <Line name={words.group} value={offer.community} />}
          {offer.role !== "coachee" && <Line name={words.role} value={capital(t().roles[offer.role])} />}
        </dl>
        <p class="until">{words.until(longDay(offer.until))}</p>
      </Card>
    </div>
  );
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
