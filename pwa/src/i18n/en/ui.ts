import type { Like } from "../like";
import type { ui as nl } from "../nl/ui";

const both = new Intl.ListFormat("en", { type: "conjunction" });

export const ui = {
  back: "Back",
  close: "Close",
  unread: "new",
  onlyYou: "Only you can see this",
  safe: "safely saved",
  herePhone: "on this phone",
  hereComputer: "on this computer",
  readBy: (names: readonly string[]) => `${both.format(names)} will read this`,
  atMost: (count: number) => `${count} at most`,
  present: "was there",
  absent: "was not there",
  late: "came later",
  showMore: "Show more",
  andMore: (count: number) => `+${count}`,
} satisfies Like<typeof nl>;
