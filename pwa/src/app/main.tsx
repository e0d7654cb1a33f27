/** Where the app begins: style sheets in their order, a language, who was here last, the address, and the first drawing. */
import "../ui/layers.css";
import "../ui/reset.css";
import "../ui/tokens.css";
import "../ui/fonts.css";
import { render } from "preact";
import { t } from "../i18n/t";
import { listenForInstalling } from "../store/installing";
import { speak } from "../ui/words";
import { startPages } from "./page";
import { startRouter } from "./router";
import { Shell } from "./Shell";
import { startSession, startSync } from "./session";
import { isStale, startWorker } from "./sw-bridge";

async function start(): Promise<void> {
  listenForInstalling();
  speak(() => t().ui);
  await startSession();
  startRouter(isStale);
  startPages();
  const root = document.getElementById("app");
  if (root) render(<Shell />, root);
  await Promise.all([startSync(), startWorker()]);
}

void start();
