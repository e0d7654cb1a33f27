/** The icons that the shell and the first pages need, each one path of Lucide's drawing (build/icons.mjs makes it while bundling); the
 *  others are in icons.later.ts. A new one: two lines here or there. */
import calendar from "lucide-static/icons/calendar-days.svg?path";
import chevronDown from "lucide-static/icons/chevron-down.svg?path";
import chevronLeft from "lucide-static/icons/chevron-left.svg?path";
import chevronRight from "lucide-static/icons/chevron-right.svg?path";
import circleCheck from "lucide-static/icons/circle-check.svg?path";
import user from "lucide-static/icons/circle-user-round.svg?path";
import clock from "lucide-static/icons/clock.svg?path";
import cloudOff from "lucide-static/icons/cloud-off.svg?path";
import copy from "lucide-static/icons/copy.svg?path";
import eye from "lucide-static/icons/eye.svg?path";
import house from "lucide-static/icons/house.svg?path";
import inbox from "lucide-static/icons/inbox.svg?path";
import info from "lucide-static/icons/info.svg?path";
import lock from "lucide-static/icons/lock.svg?path";
import reply from "lucide-static/icons/message-square-reply.svg?path";
import logbook from "lucide-static/icons/notebook-pen.svg?path";
import pencil from "lucide-static/icons/pencil.svg?path";
import plus from "lucide-static/icons/plus.svg?path";
import refresh from "lucide-static/icons/refresh-cw.svg?path";
import send from "lucide-static/icons/send.svg?path";
import sprout from "lucide-static/icons/sprout.svg?path";
import target from "lucide-static/icons/target.svg?path";
import warning from "lucide-static/icons/triangle-alert.svg?path";
import people from "lucide-static/icons/users-round.svg?path";
import close from "lucide-static/icons/x.svg?path";
import type { later } from "./icons.later";

const first = {
  calendar,
  chevronDown,
  chevronLeft,
  chevronRight,
  circleCheck,
  clock,
  close,
  cloudOff,
  copy,
  eye,
  house,
  inbox,
  info,
  lock,
  logbook,
  pencil,
  people,
  plus,
  refresh,
  reply,
  send,
  sprout,
  target,
  user,
  warning,
};

export type IconName = keyof typeof first | keyof typeof later;

const known: Partial<Record<string, string>> = { ...first };

/** From here on these can be drawn too. */
export function learn(more: Readonly<Record<string, string>>): void {
  Object.assign(known, more);
}

export const drawingOf = (name: IconName): string | undefined => known[name];
