import { describe, expect, it } from "vitest";
import { files } from "../../i18n/nl/files";
import { versions } from "../../i18n/nl/versions";
import { templateOf } from "../../records/templates";
import { askOf, isProse, type Reading, textOf } from "./shownValue";

const reading: Reading = {
  kind: "logboek",
  template: templateOf({}, []),
  plan: undefined,
  people: [],
  words: versions,
  files,
  language: "nl",
};
const photo = { hash: "a", type: "image/jpeg", bytes: 9, what: "photo" };

describe("an answer that is read in a version", () => {
  it("is the label of what was tapped, and never marked letter by letter as if somebody had written it", () => {
    expect(textOf("energy", "half", reading)).toBe("Half");
    expect(isProse("energy", "half", reading)).toBe(false);
    expect(isProse("starts", "2026-12-08T14:00:00Z", reading)).toBe(false);
    expect(isProse("depth", "Het was koud.", reading)).toBe(true);
  });

  it("tells of a photo or a voice note what it is, and what is to be seen or heard in it", () => {
    expect(askOf("file.0198", reading)).toBe("Foto of opname");
    expect(textOf("file.0198", photo, reading)).toBe("Foto");
    expect(textOf("file.0198", { ...photo, what: "voice", about: "Wat wij zongen" }, reading)).toBe(
      "Opname: Wat wij zongen",
    );
    expect(textOf("file.0198", null, reading)).toBe("");
  });
});
