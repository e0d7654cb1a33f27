/** The icons of all other pages: loaded with their words, before the first of them is drawn. */
import arrowUpRight from "lucide-static/icons/arrow-up-right.svg?path";
import camera from "lucide-static/icons/camera.svg?path";
import check from "lucide-static/icons/check.svg?path";
import circleHelp from "lucide-static/icons/circle-question-mark.svg?path";
import download from "lucide-static/icons/download.svg?path";
import more from "lucide-static/icons/ellipsis.svg?path";
import flag from "lucide-static/icons/flag.svg?path";
import footprints from "lucide-static/icons/footprints.svg?path";
import image from "lucide-static/icons/image.svg?path";
import laptop from "lucide-static/icons/laptop.svg?path";
import signOut from "lucide-static/icons/log-out.svg?path";
import mail from "lucide-static/icons/mail.svg?path";
import place from "lucide-static/icons/map-pin.svg?path";
import chat from "lucide-static/icons/message-circle.svg?path";
import mic from "lucide-static/icons/mic.svg?path";
import minus from "lucide-static/icons/minus.svg?path";
import search from "lucide-static/icons/search.svg?path";
import phone from "lucide-static/icons/smartphone.svg?path";
import bin from "lucide-static/icons/trash-2.svg?path";
import undo from "lucide-static/icons/undo-2.svg?path";

export const later = {
  arrowUpRight,
  bin,
  camera,
  chat,
  check,
  circleHelp,
  download,
  flag,
  footprints,
  image,
  laptop,
  mail,
  mic,
  minus,
  more,
  phone,
  place,
  search,
  signOut,
  undo,
};
