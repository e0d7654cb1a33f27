import { expect, test } from "vitest";
import { me as en } from "../../i18n/en/me";
import { me as nl } from "../../i18n/nl/me";
import { counted } from "./media";

const PHOTO = { type: "image/webp" } as const;
const VOICE = { type: "audio/mp4" } as const;

test.each([
  [[PHOTO], "1 foto", "1 photo"],
  [[VOICE, VOICE], "2 opnames", "2 recordings"],
  [[PHOTO, VOICE, PHOTO], "2 foto's en 1 opname", "2 photos and 1 recording"],
])("F103: photos and recordings are counted each by their name", (files, dutch, english) => {
  expect([counted(files, nl), counted(files, en)]).toEqual([dutch, english]);
});
