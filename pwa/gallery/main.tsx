/** The parts of ui/ on the pages they were made for, in the real shell: `npm run gallery`, then /gallery/?today (entry, desk, parts, states). */
import "../src/ui/layers.css";
import "../src/ui/reset.css";
import "../src/ui/tokens.css";
import "../src/ui/fonts.css";
import { render } from "preact";
import { shown } from "../src/app/page";
import { match } from "../src/app/routes";
import { startRouter } from "../src/app/router";
import { Shell } from "../src/app/Shell";
import { choose } from "../src/i18n/t";
import { t } from "../src/i18n/t";
import { learn } from "../src/store/me";
import { contact } from "../src/store/status";
import { learn as learnIcons } from "../src/ui/icons";
import { later } from "../src/ui/icons.later";
import { speak } from "../src/ui/words";
import { pages } from "./pages";
import { person } from "./person";

const name = location.search.slice(1) || "today";
const page = pages[name] ?? pages["parts"];
const found = page && match(page.path);

await choose("nl");
speak(() => t().ui);
learnIcons(later);
startRouter(() => false);
if (page && found) {
  history.replaceState(null, "", page.path);
  dispatchEvent(new Event("maatje:go"));
  learn(person(page.role));
  contact.value = new Date();
  shown.value = { ...found, path: page.path, Page: page.Page };
}
const root = document.getElementById("app");
if (root) render(<Shell />, root);
