/** Someone signed out here with work that was not sent: it is told, and nothing of it is shown. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../i18n/t";
import { me } from "../../store/me";
import { othersWait } from "../../store/others";
import { Notice } from "../../ui/Notice";

export function Locked() {
  const words = t().auth;
  const waits = useSignal(false);
  const mine = me.value?.person.id ?? null;
  useEffect(() => {
    othersWait(mine).then((yes) => {
      waits.value = yes;
    });
  }, [mine, waits]);
  return waits.value ? <Notice kind="private" title={words.lockedTitle} text={words.lockedText} /> : null;
}
