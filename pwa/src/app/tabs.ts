/** The tabs of the shell, and which hat has which: at the bottom of a phone, at the side of a wide screen. */
import type { RoleName } from "../records/account";
import type { IconName } from "../ui/icons";

export type Tab = "today" | "sessions" | "logboek" | "review" | "goals" | "me";

export const TABS: Record<Tab, { href: string; icon: IconName }> = {
  today: { href: "/", icon: "house" },
  sessions: { href: "/sessies", icon: "calendar" },
  logboek: { href: "/logboek", icon: "logbook" },
  review: { href: "/review", icon: "logbook" },
  goals: { href: "/doelen", icon: "target" },
  me: { href: "/ik", icon: "user" },
};

export const TABS_OF: Record<RoleName, readonly Tab[]> = {
  coach: ["today", "sessions", "logboek", "me"],
  coachee: ["today", "sessions", "goals", "me"],
  senior: ["today", "review", "sessions", "me"],
  coordinator: ["today", "review", "sessions", "me"],
  tutor: ["today", "me"],
  researcher: ["today", "me"],
  admin: ["today", "me"],
};
