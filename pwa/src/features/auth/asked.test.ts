import { describe, expect, it } from "vitest";
import { isFresh, secondsLeft } from "./asked";

const asked = { email: "bram@school.nl", at: 1_000_000 };

describe("a code that was asked", () => {
  it("is waited for as long as it lives, and not when the clock was turned back", () => {
    expect(isFresh(asked, asked.at + 14 * 60_000)).toBe(true);
    expect(isFresh(asked, asked.at + 15 * 60_000)).toBe(false);
    expect(isFresh(asked, asked.at - 1)).toBe(false);
  });

  it("can be asked again after half a minute, whatever the clock does", () => {
    expect(secondsLeft(asked, asked.at)).toBe(30);
    expect(secondsLeft(asked, asked.at + 29_001)).toBe(1);
    expect(secondsLeft(asked, asked.at + 30_000)).toBe(0);
    expect(secondsLeft(asked, asked.at - 3_600_000)).toBe(30);
  });
});
