/** How a feature goes to another page without knowing the router: the router listens for this one event. */
export function go(path: string, how: { replace?: boolean } = {}): void {
  if (how.replace) history.replaceState({ inside: history.state?.inside }, "", path);
  else {
    // Where the page stood is kept with its place in the history, for when one comes back to it.
    history.replaceState({ ...history.state, y: scrollY }, "");
    history.pushState({ inside: true }, "", path);
  }
  dispatchEvent(new Event("maatje:go"));
}

/** Back where one came from, or to `fallback` when the app was opened on this very page. */
export function goBack(fallback: string): void {
  if (history.state?.inside) history.back();
  else go(fallback, { replace: true });
}
