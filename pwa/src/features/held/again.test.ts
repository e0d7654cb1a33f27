import { beforeEach, expect, test } from "vitest";
import { filesIn } from "../../records/files";
import type { HeldDraft } from "../../store/held";
import { accountOf, BRAM, newDevice, newWindow, openFor, shown } from "../../store/testing/device";

beforeEach(() => {
  newDevice();
  newWindow();
});

test("F11: what did not arrive is begun anew with its photo, which stays here for the new logboek", async () => {
  const page = await openFor(BRAM);
  await shown(page, "logboek");
  const [{ attach }, verbs] = await Promise.all([import("../../store/attach"), import("./held")]);
  const id = page.write.create("logboek", `self:${BRAM}`, { mood: 4 });
  await attach("logboek", id, { type: "image/jpeg", what: "photo" }, new Uint8Array(9).buffer);
  const { fields: set } = page.live.one("logboek", id).value ?? {};
  const draft = {
    mid: "m1",
    id,
    kind: "logboek",
    set,
    reason: "forbidden",
    at: "",
    here: true,
    added: {},
  } as unknown as HeldDraft;
  const [undelivered] = verbs.undelivered([draft]);
  await verbs.putAgain(undelivered as never, accountOf(BRAM, "Bram"));
  await page.write.settled();
  const again = page.live.all("logboek").value.find((one) => one.id !== id);
  const [photo] = filesIn(again?.fields ?? {});

  expect(page.files.files.value.get(photo?.hash ?? "")?.records).toContain(again?.id);
});
