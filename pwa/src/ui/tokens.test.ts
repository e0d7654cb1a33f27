/** Every pair of words and ground that the style sheets use is readable, in both themes and for every accent a programme may choose. */
import { expect, test } from "vitest";
import { contrast, type Oklch } from "./testing/contrast";
import sheet from "./tokens.css?raw";

const TEXT = 4.5;
const EDGE = 3;

/** Words or outline, ground, and how much of it is needed. */
const PAIRS: [string, string, number][] = [
  ...pairs(["ink", "ink-soft", "accent"], ["paper", "surface", "sunken"], TEXT),
  ...pairs(["ink"], ["accent-tint", "warm-tint", "private-tint", "good-tint", "alert-tint"], TEXT),
  ...pairs(["warm", "private", "good", "alert"], ["paper", "surface"], TEXT),
  ["accent", "accent-tint", TEXT],
  ["accent-ink", "accent", TEXT],
  ["hero-ink", "hero", TEXT],
  ["hero-soft", "hero", TEXT],
  ["hero", "hero-ink", TEXT],
  ["warm", "warm-tint", TEXT],
  ["private", "private-tint", TEXT],
  ["good", "good-tint", TEXT],
  ["alert", "alert-tint", TEXT],
  ["paper", "ink", TEXT],
  ...pairs(["edge"], ["paper", "surface"], EDGE),
];

for (const theme of ["light", "dark"] as const) {
  for (let hue = 0; hue < 360; hue += 15) {
    test(`words are readable in the ${theme} theme with accent ${hue}`, () => {
      const tokens = readTokens(theme, hue);

      const faint = PAIRS.flatMap(([one, other, least]) => {
        const found = contrast(token(tokens, one), token(tokens, other));
        return found < least ? [`${one} on ${other}: ${found.toFixed(2)}`] : [];
      });

      expect(faint).toEqual([]);
    });
  }
}

function pairs(ones: string[], others: string[], least: number): [string, string, number][] {
  return ones.flatMap((one) => others.map((other): [string, string, number] => [one, other, least]));
}

function token(tokens: Map<string, Oklch>, name: string): Oklch {
  const found = tokens.get(name);
  if (!found) throw new Error(`tokens.css has no colour --${name}`);
  return found;
}

function readTokens(theme: "light" | "dark", hue: number): Map<string, Oklch> {
  const lines = [...sheet.matchAll(/--([\w-]+):\s*(light-dark\()?(oklch\([^;]*)\)?;/g)];
  return new Map(
    lines.flatMap(([, name = "", both, value = ""]) => {
      const colours = [...value.replaceAll("var(--hue)", `${hue}`).matchAll(/oklch\(([\d.]+)% ([\d.]+) ([\d.]+)/g)];
      const chosen = both && theme === "dark" ? colours[1] : colours[0];
      return chosen ? [[name, { l: Number(chosen[1]) / 100, c: Number(chosen[2]), h: Number(chosen[3]) }]] : [];
    }),
  );
}
