/** The frame around every page: the way in for a keyboard, the tabs, what the app says about itself, and the page. */
import "./Shell.css";
import { computed } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { t } from "../i18n/t";
import { hat, me } from "../store/me";
import { Toasts } from "../ui/Toast";
import { Arriving, arrives } from "./Arriving";
import { Boundary } from "./Boundary";
import { Broken } from "./Broken";
import { NotFound } from "./NotFound";
import { Notices } from "./Notices";
import { type Shown, shown } from "./page";
import { arrival } from "./router";
import { Status } from "./Status";
import { TabBar } from "./TabBar";

/** The programme's own accent, if it chose one. */
const hue = computed(() => {
  const programme = me.value?.programmes.find(({ id }) => id === hat.value?.programme);
  return programme?.hue ?? null;
});

export function Shell() {
  const page = shown.value;
  useHue(hue.value);
  if (!page) return null; // the first page's code is on its way from the device: a blink, and no spinner
  return (
    <div class="Shell" data-signed-in={me.value ? true : undefined}>
      <a class="skip" href="#main">
        {t().shell.skip}
      </a>
      {me.value && <TabBar />}
      <main id="main" tabIndex={-1}>
        {me.value && <Status />}
        <Notices />
        {typeof page === "object" ? (
          <Current {...page} />
        ) : page === "missing" ? (
          <NotFound />
        ) : (
          <Broken again={reload} />
        )}
      </main>
      <Toasts />
    </div>
  );
}

/** Each address is a page of its own, with its own state and its own fall, unless its routes keep one alive. */
function Current({ path, route, params, Page }: Shown) {
  const coming = arrives(route);
  useArrival(path, route.title(t().shell), coming);
  if (coming) return <Arriving />;
  return (
    <Boundary key={route.keep ?? path}>
      <Page params={params} />
    </Boundary>
  );
}

/** On arrival the focus goes to the page's heading, so that a screen reader starts there, and the page to its place. */
function useArrival(path: string, title: string, coming: boolean): void {
  useLayoutEffect(() => {
    document.title = `${title} · ${t().shell.name}`;
  }, [title]);
  useLayoutEffect(() => {
    if (arrival.by === "start") return;
    const start = document.querySelector<HTMLElement>("main h1") ?? document.getElementById("main");
    start?.focus({ preventScroll: true });
    scrollTo(0, arrival.y);
  }, [path, coming]);
}

function useHue(value: number | null): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    if (value === null) style.removeProperty("--hue");
    else style.setProperty("--hue", `${value}`);
  }, [value]);
}

const reload = () => location.reload();
