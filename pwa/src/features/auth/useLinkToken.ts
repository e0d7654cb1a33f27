/** The token of the mail's link: taken out of the address bar at once, so that it is in no history and in no screenshot. */
import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { tokenIn } from "./typed";

export function useLinkToken(): Signal<string | null> {
  const token = useSignal(taken());
  useEffect(() => {
    // The app may stand open on this very page when the link is tapped.
    const look = () => {
      token.value = taken() ?? token.value;
    };
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, [token]);
  return token;
}

function taken(): string | null {
  const found = tokenIn(location.hash);
  if (found) history.replaceState(history.state, "", location.pathname + location.search);
  return found;
}
