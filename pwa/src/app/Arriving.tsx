/** A device that was not told everything yet: nobody claims that something is missing while it may be on its way. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../i18n/t";
import { me } from "../store/me";
import { online } from "../store/status";
import { toldAll } from "../store/told";
import { Button } from "../ui/Button";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import type { Route } from "./routes";

/** Long for fetching a year; then something is the matter, and one may go on with what there is. */
const LONG_MS = 8_000;
const long = signal(false);
/** For this visit: go on with what there is. */
const goesOn = signal(false);

export const arrives = (route: Route): boolean =>
  route.whole === true && me.value !== null && !toldAll.value && !goesOn.value;

export function Arriving() {
  const words = t().shell.arriving;
  useEffect(() => {
    const timer = setTimeout(() => (long.value = true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  const onward = () => {
    goesOn.value = true;
  };
  return (
    <>
      <PageHead title={t().today.hi(me.value?.person.name.split(" ")[0] ?? "")} />
      <div role="status">
        <Empty
          icon={online.value ? "inbox" : "cloudOff"}
          title={words.title}
          text={online.value ? words.text : words.offline}
          action={(long.value || !online.value) && <Button onClick={onward}>{words.goOn}</Button>}
        />
      </div>
    </>
  );
}
