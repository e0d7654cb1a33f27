// @ts-expect-error the page knows nothing of Node, and its types stay out; the test runs there
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checksum } from "./checksum";
import { sha256 } from "./sha256";

const hex = (words: Int32Array) => Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");

test("our hash is the one everybody has, for texts of every length and script", () => {
  for (let length = 0; length < 200; length++) expect(hex(sha256("é".repeat(length)))).toBe(known("é".repeat(length)));
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => hex(sha256(text)) === known(text)));
});

test("the checksum of nothing is zero, and the order does not matter", () => {
  const [one, two] = [
    { id: "a", rev: "g1.1" },
    { id: "b", rev: "g1.2" },
  ];

  expect(checksum([])).toEqual({ count: 0, sum: "0000000000000000" });
  expect(checksum([one, two])).toEqual(checksum([two, one]));
  expect(checksum([one]).sum).toBe(known("ag1.1").slice(0, 16));
  expect(checksum([one, one])).toEqual({ count: 2, sum: "0000000000000000" });
});

function known(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
