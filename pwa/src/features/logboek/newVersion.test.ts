import { beforeEach, expect, test } from "vitest";
import { filesIn } from "../../records/files";
import { accountOf, BRAM, newDevice, newWindow, openFor, shown } from "../../store/testing/device";

beforeEach(() => {
  newDevice();
  newWindow();
});

test("F11: the photo of a logboek stays for its next version, when the first is thrown away before it was sent", async () => {
  const page = await openFor(BRAM);
  page.me.learn(accountOf(BRAM, "Bram"));
  await shown(page, "logboek");
  const [{ attach }, verbs] = await Promise.all([import("../../store/attach"), import("./logboek")]);
  const first = page.write.create("logboek", `self:${BRAM}`, { mood: 4 });
  const entry = () => page.live.one("logboek", first).value as never;
  await attach("logboek", first, { type: "image/jpeg", what: "photo" }, new Uint8Array(9).buffer);
  const next = verbs.newVersion(entry());
  await page.write.settled();
  const [named] = filesIn(page.live.one("logboek", next).value?.fields ?? {});
  verbs.throwAway(entry());
  await page.write.settled();

  expect(page.files.files.value.get(named?.hash ?? "")).toMatchObject({ records: [next] });
});
