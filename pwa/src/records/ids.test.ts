import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { derivedId, idMaker, uuid7 } from "./ids";
import { sha1 } from "./sha1";

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[57][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("uuid7", () => {
  it("has the form of a UUIDv7 of this moment", () => {
    const id = uuid7();

    expect(id).toMatch(FORM);
    expect(id[14]).toBe("7");
    expect(Math.abs(Number.parseInt(id.replace("-", "").slice(0, 12), 16) - Date.now())).toBeLessThan(5000);
  });

  it("goes up ten thousand times in one millisecond and never repeats", () => {
    const make = idMaker({ now: () => 1_790_000_000_000, fill: (bytes) => void crypto.getRandomValues(bytes) });

    const made = Array.from({ length: 10_000 }, make);

    expect(made).toEqual([...new Set(made)].sort());
  });

  it("goes up when the clock is set back", () => {
    const times = [2000, 1000, 1500, 2001];
    const make = idMaker({ now: () => times.shift() ?? 0, fill: () => undefined });

    const made = [make(), make(), make(), make()];

    expect(made).toEqual([...made].sort());
  });

  it("differs between two phones that started from the same copy", () => {
    const phone = () => idMaker({ now: () => 1000, fill: (bytes) => void crypto.getRandomValues(bytes) });

    expect(phone()()).not.toBe(phone()());
  });
});

describe("derivedId", () => {
  it("is the UUIDv5 that every other library makes", () => {
    const parts = ["019a3c07-1f00-7a07-9c07-5e2d7b900007", "019a3c02-1f00-7a02-9c02-5e2d7b900002"];

    expect(derivedId("attendance", parts)).toBe("f86408c4-c5ec-5e83-8094-32c9e25fb1e2");
    expect(derivedId("person", ["agenda:é😀", "x"])).toMatch(FORM);
  });
});

describe("sha1", () => {
  it("agrees with the browser's own for any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const own = new Uint8Array(await crypto.subtle.digest("SHA-1", Uint8Array.from(bytes)));

        expect(sha1(bytes)).toEqual(own);
      }),
    );
  });
});
