/** In a demo: people to enter as. On any other server there is nothing here, and no phone loads what draws them. */
import { useSignal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { useEffect } from "preact/hooks";
import { api } from "../../net/api";
import { failed } from "../../net/failure";
import type { Entered } from "./enter";

export function Demo({ onEntered }: { onEntered: (entered: Entered) => void }) {
  const drawn = useSignal<ComponentChild>(null);
  useEffect(() => {
    const draw = async () => {
      const people = await api.demoPeople();
      if (failed(people) || people.length === 0) return;
      const { DemoPeople } = await import("./DemoPeople");
      drawn.value = <DemoPeople people={people} onEntered={onEntered} />;
    };
    draw().catch(() => {}); // without a network there is nobody to enter as
  }, [drawn, onEntered]);
  return <>{drawn.value}</>;
}
