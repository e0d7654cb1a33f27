import { expect, it } from "vitest";
import { readingOf, receiptNow, receiptsOf } from "./receipts";

const receipt = (record: string, reader: string, rev?: string) => ({
  id: `${record}-${reader}`,
  fields: { record, reader, ...(rev ? { rev } : {}) },
});

it("F61 what changed after it was read is new again, and reading it once more settles that", () => {
  expect(readingOf({ id: "l1", rev: "g1.4" }, undefined)).toBe("unread");
  expect(readingOf({ id: "l1", rev: "g1.4" }, receipt("l1", "cora", "g1.4"))).toBe("read");
  expect(readingOf({ id: "l1", rev: "g1.5" }, receipt("l1", "cora", "g1.4"))).toBe("changed");
});

it("a receipt that names no revision still says that it was read", () => {
  expect(readingOf({ id: "l1", rev: "g1.4" }, receipt("l1", "cora"))).toBe("read");
  expect(readingOf({ id: "l1", rev: null }, receipt("l1", "cora", "g1.4"))).toBe("read");
});

it("somebody else's receipt is not mine", () => {
  const mine = receiptsOf([receipt("l1", "cora"), receipt("l1", "senna"), receipt("l2", "senna")], "cora");

  expect([...mine.keys()]).toEqual(["l1"]);
});

it("a receipt names the record, the reader, the moment and what was read", () => {
  expect(receiptNow({ id: "l1", rev: "g1.4" }, "cora", new Date("2026-11-24T15:42:00Z"))).toEqual({
    record: "l1",
    reader: "cora",
    at: "2026-11-24T15:42:00.000Z",
    rev: "g1.4",
  });
});
