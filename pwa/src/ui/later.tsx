/** A part of a page for which the first page need not wait: drawn as soon as its script is here. When that does not come, the part
 *  fails as a page does, with a way to try again. */
import { useSignal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";

export function later<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  return (props) => {
    const came = useSignal<{ Part: FunctionComponent<P> } | Error | null>(null);
    useEffect(() => {
      load().then(
        (Part) => {
          came.value = { Part };
        },
        (error: Error) => {
          came.value = error;
        },
      );
    }, [came]);
    if (came.value instanceof Error) throw came.value;
    return came.value && <came.value.Part {...props} />;
  };
}
