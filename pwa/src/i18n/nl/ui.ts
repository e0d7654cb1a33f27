/** The few words that the components themselves say. */
const both = new Intl.ListFormat("nl", { type: "conjunction" });

export const ui = {
  back: "Terug",
  close: "Sluiten",
  unread: "nieuw",
  onlyYou: "Alleen jij ziet dit",
  safe: "veilig bewaard",
  herePhone: "op deze telefoon",
  hereComputer: "op deze computer",
  readBy: (names: readonly string[]) => `Dit lezen: ${both.format(names)}`,
  atMost: (count: number) => `hoogstens ${count}`,
  present: "was er",
  absent: "was er niet",
  late: "kwam later",
  showMore: "Meer laten zien",
  andMore: (count: number) => `+${count}`,
};
