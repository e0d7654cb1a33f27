import { describe, expect, it, vi } from "vitest";
import { isFresh, recall, remember, secondsLeft } from "./asked";

const asked = { email: "bram@school.nl", at: 1_000_000 };

describe("a code that was asked", () => {
  it("is waited for as long as it lives, and not when the clock was turned back", () => {
    expect(isFresh(asked, asked.at + 14 * 60_000)).toBe(true);
    expect(isFresh(asked, asked.at + 15 * 60_000)).toBe(false);
    expect(isFresh(asked, asked.at - 1)).toBe(false);
  });

  it("leaves no address behind once it is over", () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
    remember(asked.email, asked.at);
    const during = recall(asked.at + 60_000);
    const after = recall(asked.at + 15 * 60_000);

    expect([during, after]).toEqual([asked, null]);
    expect(kept.size).toBe(0);
  });

  it("can be asked again after half a minute, whatever the clock does", () => {
    expect(secondsLeft(asked, asked.at)).toBe(30);
    expect(secondsLeft(asked, asked.at + 29_001)).toBe(1);
    expect(secondsLeft(asked, asked.at + 30_000)).toBe(0);
    expect(secondsLeft(asked, asked.at - 3_600_000)).toBe(30);
  });
});
