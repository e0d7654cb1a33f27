/** Space on a radio that is chosen: browsers do nothing then, and we undo the choice, as a tap does. */
export const onSpace = (undo: () => void) => (event: KeyboardEvent) => {
  if (event.key !== " ") return;
  event.preventDefault();
  undo();
};
