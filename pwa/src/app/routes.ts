/** Every page of the app, in one table: its address, the file it lives in, its name, the tab it belongs to, and who has it. */
import type { ComponentChildren } from "preact";
import type { Words } from "../i18n/t";
import type { RoleName } from "../records/account";
import type { Tab } from "./tabs";

export type Params = Readonly<Record<string, string>>;

/** What a page's file exports: a component named `Page`, given the parts of the address that the route names. */
export interface PageModule {
  Page(props: { params: Params }): ComponentChildren;
}

export interface Route {
  path: string;
  load: () => Promise<PageModule>;
  title: (words: Words["shell"]) => string;
  tab?: Tab;
  /** Roles that have this page; absent: everyone who is signed in. */
  roles?: readonly RoleName[];
  /** Also without being signed in. */
  open?: true;
  /** Its words are in the first half (i18n/nl.ts): it need not wait for the others. */
  early?: true;
  /** What it says of absence ("nog geen logboek") is only true once this device was told everything. */
  whole?: true;
  /** Routes with the same word share one living page, so that a list beside what is open keeps its place. */
  keep?: string;
}

const STAFF = ["coordinator", "senior"] as const;
const GROUP = ["coachee", "coach", "senior", "coordinator"] as const;

// biome-ignore format: a table is read line by line
export const routes: readonly Route[] = [
  { path: "/", load: () => import("../features/today/Today"), title: (w) => w.tabs.today, tab: "today", early: true, whole: true },

  { path: "/logboek", load: () => import("../features/logboek/LogboekList"), title: (w) => w.tabs.logboek, tab: "logboek", roles: ["coach"], whole: true },
  { path: "/logboek/nieuw", load: () => import("../features/logboek/LogboekStart"), title: (w) => w.tabs.logboek, tab: "logboek", roles: ["coach"] },
  { path: "/logboek/nieuw/:session", load: () => import("../features/logboek/LogboekStart"), title: (w) => w.tabs.logboek, tab: "logboek", roles: ["coach"] },
  { path: "/logboek/:id", load: () => import("../features/logboek/LogboekPage"), title: (w) => w.tabs.logboek, tab: "logboek", roles: ["coach"], whole: true },

  { path: "/sessies", load: () => import("../features/sessions/SessionList"), title: (w) => w.tabs.sessions, tab: "sessions", roles: GROUP, whole: true },
  { path: "/sessies/nieuw", load: () => import("../features/sessions/SessionNew"), title: (w) => w.titles.newSession, tab: "sessions", roles: ["coach", "coordinator"] },
  { path: "/sessies/:id", load: () => import("../features/sessions/SessionPage"), title: (w) => w.titles.session, tab: "sessions", roles: GROUP, whole: true },

  { path: "/doelen", load: () => import("../features/goals/GoalList"), title: (w) => w.tabs.goals, tab: "goals", roles: ["coachee", "coach"], whole: true },
  { path: "/doelen/nieuw", load: () => import("../features/goals/GoalNew"), title: (w) => w.titles.newGoal, tab: "goals", roles: ["coachee"] },
  { path: "/doelen/:id", load: () => import("../features/goals/GoalPage"), title: (w) => w.titles.goal, tab: "goals", roles: ["coachee", "coach"], whole: true },

  { path: "/review", load: () => import("../features/review/Review"), title: (w) => w.tabs.review, tab: "review", roles: STAFF, keep: "review", whole: true },
  { path: "/review/:id", load: () => import("../features/review/Review"), title: (w) => w.tabs.review, tab: "review", roles: STAFF, keep: "review", whole: true },

  { path: "/ik", load: () => import("../features/me/Me"), title: (w) => w.tabs.me, tab: "me" },
  { path: "/ik/apparaten", load: () => import("../features/me/Devices"), title: (w) => w.titles.devices, tab: "me" },
  { path: "/ik/naam", load: () => import("../features/me/Name"), title: (w) => w.titles.name, tab: "me" },
  { path: "/ik/mail", load: () => import("../features/auth/Mail"), title: (w) => w.titles.mail, tab: "me" },
  { path: "/ik/telefoon-kwijt", load: () => import("../features/me/LostPhone"), title: (w) => w.titles.lostPhone, tab: "me" },
  { path: "/ik/installeren", load: () => import("../features/me/Install"), title: (w) => w.titles.install, tab: "me" },
  { path: "/ik/wie-ziet-wat", load: () => import("../features/me/WhoSees"), title: (w) => w.titles.whoSees, tab: "me" },
  { path: "/ik/uitnodigen", load: () => import("../features/invites/Invites"), title: (w) => w.titles.invites, tab: "me", roles: ["coordinator"] },
  { path: "/ik/uitnodigen/nieuw", load: () => import("../features/invites/InviteNew"), title: (w) => w.titles.newInvite, tab: "me", roles: ["coordinator"] },

  { path: "/niet-aangekomen", load: () => import("../features/held/Held"), title: (w) => w.titles.held, tab: "me" },
  { path: "/versies", load: () => import("../features/versions/VersionsList"), title: (w) => w.titles.versions, tab: "me" },
  { path: "/opnames", load: () => import("../features/logboek/Recordings"), title: (w) => w.titles.recordings, tab: "today" },
  { path: "/versies/:kind/:id", load: () => import("../features/versions/Versions"), title: (w) => w.titles.versions },
  { path: "/geschiedenis/:kind/:id", load: () => import("../features/versions/History"), title: (w) => w.titles.history },

  { path: "/inloggen", load: () => import("../features/auth/SignIn"), title: (w) => w.titles.signIn, open: true, early: true },
  { path: "/uitnodiging", load: () => import("../features/auth/Invitation"), title: (w) => w.titles.invitation, open: true, early: true },
];

export interface Match {
  route: Route;
  params: Params;
}

/** The first route whose path fits; a part that begins with ":" fits anything and becomes a parameter. */
export function match(path: string): Match | null {
  for (const route of routes) {
    const params = paramsOf(route.path, path);
    if (params) return { route, params };
  }
  return null;
}

function paramsOf(pattern: string, path: string): Params | null {
  const wanted = pattern.split("/");
  const given = path.replace(/(?<=.)\/$/, "").split("/");
  if (wanted.length !== given.length) return null;
  if (!wanted.every((part, index) => part.startsWith(":") || part === given[index])) return null;
  const named = wanted.flatMap((part, index) =>
    part.startsWith(":") ? [[part.slice(1), plain(given[index] ?? "")]] : [],
  );
  return Object.fromEntries(named);
}

/** An address that somebody mutilated stays as it is; the page then finds nothing under it and says so. */
function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // decodeURIComponent throws on "%" alone
  }
}
