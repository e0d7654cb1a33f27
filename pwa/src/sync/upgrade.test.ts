import { beforeEach, expect, test, vi } from "vitest";
import { BRAM, newDevice, newWindow, type OldStore, openFor, restore, shown } from "../store/testing/device";
import { fakeServer } from "./fake-server";

/** Recorded by the code of each version, with something unsent in it; a new version adds its own and leaves these. */
const recorded = import.meta.glob<OldStore>("../store/testing/stores/*.json", { import: "default", eager: true });
const versions = Object.entries(recorded).map(([path, store]) => ({ name: path.split("/").at(-1), store }));

beforeEach(() => {
  newDevice();
  newWindow();
});

test("F107: there is a recorded store of every version before this one", async () => {
  const { VERSION } = await import("../store/shape");

  expect(versions.map(({ store }) => store.version).sort()).toEqual(
    [...Array(VERSION - 1).keys()].map((one) => one + 1),
  );
});

test.each(versions)("F107: an update keeps what was not sent: $name", async ({ store }) => {
  await restore(`maatje-${BRAM}`, store);
  const page = await openFor(BRAM);
  const [goal] = await shown(page, "goal");
  const [logboek] = await shown(page, "logboek");

  expect(goal?.fields).toEqual({ text: "Veilig op de server, en half getypt", why: "Nog niet verstuurd: waarom" });
  expect(logboek?.fields).toEqual({ mood: 4, depth: "Alleen op deze telefoon geschreven" });
  expect(page.held.held.value.map(({ set }) => set.text)).toEqual(["Niet aangekomen"]);
  expect(page.me.me.value?.person.name).toBe("Bram");
});

test.each(versions)("F107: and it is sent by the new version: $name", async ({ store }) => {
  const server = fakeServer(BRAM);
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => server.fetch(path, init));
  vi.stubGlobal("navigator", { onLine: true, userAgent: "" });
  await restore(`maatje-${BRAM}`, store);
  const page = await openFor(BRAM);
  const [{ turn }, { portsFor }, { takeIn }] = await Promise.all([
    import("./turn"),
    import("./ports"),
    import("../store/taken"),
  ]);
  const { waiting } = await turn(BRAM, portsFor(BRAM, takeIn), { me: false });

  const sent = [...server.applied.values()].map(({ set }) => set);
  expect(sent).toContainEqual({ why: "Nog niet verstuurd: waarom" });
  expect([waiting, page.memory.memory().outbox.size]).toEqual([0, 0]);
  expect(sent).toContainEqual({ mood: 4, depth: "Alleen op deze telefoon geschreven" });
});
