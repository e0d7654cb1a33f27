/** A mistake can only be planted in a line that is still there. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bugs } from "./bugs.mjs";

test.each(Object.entries(bugs))("in the client's own text it can be planted that %s", (_, { file, is }) => {
  const text = readFileSync(new URL(`../src/${file}`, import.meta.url), "utf-8");

  expect(text.split(is).length).toBe(2);
});
