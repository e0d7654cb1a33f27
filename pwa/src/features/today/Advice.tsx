/** What this device needs to go on keeping everything. On most there is nothing, and none loads what draws it before the page stands. */
import { useSignal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { useEffect } from "preact/hooks";
import { loadAll } from "../../i18n/t";

export function Advice() {
  const drawn = useSignal<ComponentChild>(null);
  useEffect(() => {
    const draw = async () => {
      const { KeepSafe, wanted } = await import("./KeepSafe");
      const advice = await wanted();
      if (!advice) return;
      await loadAll();
      drawn.value = <KeepSafe advice={advice} />;
    };
    draw().catch(() => {}); // its code is not here yet: the next time Vandaag is opened
  }, [drawn]);
  return <>{drawn.value}</>;
}
