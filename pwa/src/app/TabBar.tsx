/** The way around: four tabs within the thumb's reach, or a bar at the side of a wide screen. */
import "./TabBar.css";
import { t } from "../i18n/t";
import { hat } from "../store/me";
import { Badge } from "../ui/Badge";
import { Icon } from "../ui/Icon";
import { Logo } from "./Logo";
import { here } from "./router";
import { StatusMark } from "./Status";
import { TABS, TABS_OF, type Tab } from "./tabs";
import { UNREAD } from "./unread";

export function TabBar() {
  const role = hat.value?.role;
  const tabs = role ? TABS_OF[role] : (["today", "me"] as const);
  return (
    <nav class="TabBar" aria-label={t().shell.main}>
      <a class="brand" href="/" aria-label={t().shell.home}>
        <Logo />
        {t().shell.name}
      </a>
      <ul>
        {tabs.map((tab) => (
          <Line key={tab} tab={tab} />
        ))}
      </ul>
      <div class="status">
        <StatusMark />
      </div>
    </nav>
  );
}

function Line({ tab }: { tab: Tab }) {
  const { href, icon } = TABS[tab];
  const { path, found } = here.value;
  const unread = UNREAD[tab]?.value ?? 0;
  const current = path === href ? "page" : found?.route.tab === tab ? "true" : undefined;
  return (
    <li>
      <a href={href} aria-current={current}>
        <span>
          <Icon name={icon} />
        </span>
        {t().shell.tabs[tab]}
        {unread > 0 && (
          <Badge kind="warm">
            {unread > 99 ? "99+" : unread}
            <span class="hidden"> {tab === "me" ? t().shell.waits : t().shell.unread}</span>
          </Badge>
        )}
      </a>
    </li>
  );
}
