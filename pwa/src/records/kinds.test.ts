import { describe, expect, it } from "vitest";
import { actorKeys, idParts, isKind, kinds, mergesOf, parentKey } from "./kinds";

describe("what the phone knows of a kind", () => {
  it("there are the twelve kinds of the schemas", () => {
    expect(kinds).toHaveLength(12);
    expect(kinds.every(isKind)).toBe(true);
  });

  it("a name that every object has is no kind", () => {
    expect(isKind("constructor")).toBe(false);
  });

  it("words and sets are named, all other fields merge by the latest", () => {
    expect(mergesOf("logboek")).toMatchObject({ depth: "words", topics: "union" });
    expect(mergesOf("logboek")).not.toHaveProperty("mood");
    expect(mergesOf("attendance")).toEqual({});
  });

  it("attendance and receipts have derived ids, steps and check-ins a parent", () => {
    expect(idParts("attendance")).toEqual(["session", "member"]);
    expect(idParts("goal")).toBeUndefined();
    expect(kinds.filter((kind) => parentKey(kind) === "goal")).toEqual(["checkin", "step"]);
  });

  it("a reader signs a receipt with their own id", () => {
    expect(actorKeys("receipt")).toEqual(["reader"]);
  });
});
