import { expect, test } from "vitest";
import { mergeField, mergeRule } from "./merge";
import type { Rules } from "./types";

const rules: Rules = { merges: { goal: { text: "words" } }, parents: {} };

test("a field that bears the name of what every object has is merged like any other that no schema knows", () => {
  const rule = mergeRule(rules, "goal", "constructor");

  expect(rule).toBe("latest");
  expect(mergeField(rule, "a", "b", "c")).toEqual({ value: "c", open: true, joined: false });
});
