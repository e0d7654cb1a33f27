/** The icons in use, each one path of Lucide's drawing (build/icons.ts makes it while bundling). A new one: two lines. */
import arrowUpRight from "lucide-static/icons/arrow-up-right.svg?path";
import calendar from "lucide-static/icons/calendar-days.svg?path";
import camera from "lucide-static/icons/camera.svg?path";
import check from "lucide-static/icons/check.svg?path";
import chevronDown from "lucide-static/icons/chevron-down.svg?path";
import chevronLeft from "lucide-static/icons/chevron-left.svg?path";
import chevronRight from "lucide-static/icons/chevron-right.svg?path";
import circleCheck from "lucide-static/icons/circle-check.svg?path";
import circleHelp from "lucide-static/icons/circle-question-mark.svg?path";
import user from "lucide-static/icons/circle-user-round.svg?path";
import clock from "lucide-static/icons/clock.svg?path";
import cloudOff from "lucide-static/icons/cloud-off.svg?path";
import copy from "lucide-static/icons/copy.svg?path";
import download from "lucide-static/icons/download.svg?path";
import more from "lucide-static/icons/ellipsis.svg?path";
import eye from "lucide-static/icons/eye.svg?path";
import flag from "lucide-static/icons/flag.svg?path";
import footprints from "lucide-static/icons/footprints.svg?path";
import house from "lucide-static/icons/house.svg?path";
import inbox from "lucide-static/icons/inbox.svg?path";
import info from "lucide-static/icons/info.svg?path";
import laptop from "lucide-static/icons/laptop.svg?path";
import lock from "lucide-static/icons/lock.svg?path";
import signOut from "lucide-static/icons/log-out.svg?path";
import mail from "lucide-static/icons/mail.svg?path";
import place from "lucide-static/icons/map-pin.svg?path";
import chat from "lucide-static/icons/message-circle.svg?path";
import reply from "lucide-static/icons/message-square-reply.svg?path";
import mic from "lucide-static/icons/mic.svg?path";
import minus from "lucide-static/icons/minus.svg?path";
import logbook from "lucide-static/icons/notebook-pen.svg?path";
import pencil from "lucide-static/icons/pencil.svg?path";
import plus from "lucide-static/icons/plus.svg?path";
import refresh from "lucide-static/icons/refresh-cw.svg?path";
import search from "lucide-static/icons/search.svg?path";
import send from "lucide-static/icons/send.svg?path";
import phone from "lucide-static/icons/smartphone.svg?path";
import sprout from "lucide-static/icons/sprout.svg?path";
import target from "lucide-static/icons/target.svg?path";
import bin from "lucide-static/icons/trash-2.svg?path";
import warning from "lucide-static/icons/triangle-alert.svg?path";
import undo from "lucide-static/icons/undo-2.svg?path";
import people from "lucide-static/icons/users-round.svg?path";
import close from "lucide-static/icons/x.svg?path";

export const icons = {
  arrowUpRight,
  bin,
  calendar,
  camera,
  chat,
  check,
  chevronDown,
  chevronLeft,
  chevronRight,
  circleCheck,
  circleHelp,
  clock,
  close,
  cloudOff,
  copy,
  download,
  eye,
  flag,
  footprints,
  house,
  inbox,
  info,
  laptop,
  lock,
  logbook,
  mail,
  mic,
  minus,
  more,
  pencil,
  people,
  phone,
  place,
  plus,
  refresh,
  reply,
  search,
  send,
  signOut,
  sprout,
  target,
  undo,
  user,
  warning,
};

export type IconName = keyof typeof icons;
