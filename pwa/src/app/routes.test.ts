import { expect, test } from "vitest";
import { match, routes } from "./routes";
import { TABS, TABS_OF } from "./tabs";

test("an address finds its page, and the parts of it that are named", () => {
  expect(match("/")?.route.tab).toBe("today");
  expect(match("/sessies/nieuw")?.route.path).toBe("/sessies/nieuw");
  expect(match("/versies/goal/abc")?.params).toEqual({ kind: "goal", id: "abc" });
  expect(match("/logboek/a%20b/")?.params).toEqual({ id: "a b" });
});

test("a mutilated address breaks nothing", () => {
  expect(match("/logboek/%")?.params).toEqual({ id: "%" });
  expect(match("/er/is/niets")).toBeNull();
});

test("a recording that waits lights the tab that one goes back to", () => {
  expect(match("/opnames")?.route.tab).toBe("today");
});

test("every tab leads to a page, and who has the tab has the page", () => {
  const closed = Object.entries(TABS_OF).flatMap(([role, tabs]) =>
    tabs.filter((tab) => {
      const roles = match(TABS[tab].href)?.route.roles;
      return roles && !roles.some((each) => each === role);
    }),
  );

  expect(closed).toEqual([]);
});

test("no route hides behind one that is tried before it", () => {
  for (const route of routes) expect(match(route.path)?.route.path).toBe(route.path);
});

/** Loading every page takes long on a machine that has more to do. */
const AMPLE = 120_000;

test(
  "every page that a route names exists and exports Page",
  async () => {
    for (const route of routes) expect((await route.load()).Page, route.path).toBeTypeOf("function");
  },
  AMPLE,
);
