/** The cases that both sides share: shared/schemas/cases. */
import { describe, expect, test } from "vitest";
import { type Maybe, mergeField } from "./merge";
import { overlay } from "./overlay";
import type { Confirmed, Draft, Fields, Merge, Queued } from "./types";

interface MergeCases {
  rule: Merge;
  cases: { name: string; base: Maybe; mine: Maybe; theirs: Maybe; after: Maybe; open?: true; orphan?: true }[];
}

interface OverlayCase {
  name: string;
  person: string;
  confirmed: Confirmed | null;
  queue: Queued[];
  drafts: Draft[];
  after: { fields: Fields; scope: string; here: boolean } | null;
}

const merges = import.meta.glob<MergeCases>("../../../shared/schemas/cases/merge-*.json", {
  eager: true,
  import: "default",
});
const overlays = import.meta.glob<{ cases: OverlayCase[] }>("../../../shared/schemas/cases/overlay-*.json", {
  eager: true,
  import: "default",
});

test("there are cases of both sorts", () => {
  expect([Object.keys(merges).length, Object.keys(overlays).length]).toEqual([3, 2]);
});

describe.each(Object.entries(merges))("%s", (_, { rule, cases }) => {
  test.each(cases)("$name", ({ base, mine, theirs, after, open = false, orphan = false }) => {
    expect(mergeField(rule, base, mine, theirs, orphan)).toMatchObject({ value: after, open });
  });
});

describe.each(Object.entries(overlays))("%s", (_, { cases }) => {
  test.each(cases)("$name", ({ person, confirmed, queue, drafts, after }) => {
    const laid = overlay(person, confirmed ?? undefined, queue, drafts);

    if (after) expect(laid).toMatchObject(after);
    else expect(laid).toBeNull();
    expect(laid?.fields ?? null).toEqual(after?.fields ?? null);
  });
});
