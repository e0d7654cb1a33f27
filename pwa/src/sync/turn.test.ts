import { expect, test, vi } from "vitest";
import type { HeldDraft } from "../engine/types";
import { BRAM, newDevice, openFor } from "../store/testing/device";
import { fakeServer } from "./fake-server";

const draft = (mid: string): HeldDraft => ({
  ...{ mid, id: "r1", kind: "goal", set: { text: mid }, reason: "forbidden" },
  ...{ at: "2026-03-02T10:00:00Z", here: false, added: {} },
});

/** As the other device left the server: what this one knows was thrown away there, and something else did not arrive. */
async function onAnotherDevice(path: string, init: RequestInit): Promise<Response> {
  if (path === "/api/held") return Response.json({ held: [draft("new")] });
  const response = await fakeServer(BRAM).fetch(path, init);
  return path === "/api/sync" ? Response.json({ ...(await response.json()), held: 1 }) : response;
}

test("one draft thrown away and another held elsewhere shows, though their number is the same", async () => {
  newDevice();
  vi.stubGlobal("fetch", onAnotherDevice);
  vi.stubGlobal("navigator", { onLine: true, userAgent: "" });
  const page = await openFor(BRAM);
  await page.held.learnHeld([draft("old")]);
  const [{ turn }, { portsFor }, { takeIn }] = await Promise.all([
    import("./turn"),
    import("./ports"),
    import("../store/taken"),
  ]);
  await turn(BRAM, portsFor(BRAM, takeIn), { me: false });

  expect(page.held.held.value.map((row) => row.mid)).toEqual(["new"]);
});
