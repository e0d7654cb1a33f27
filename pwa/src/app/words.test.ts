/** The first page loads half of the words. What it draws must be content with that half. */
import { expect, test } from "vitest";
import { nl } from "../i18n/nl";

/** auth/Mail.tsx is a page of Ik, which waits for all words, and today/KeepSafe.tsx is drawn when they have come. */
const sources = import.meta.glob<string>(
  [
    "./*.ts*",
    "../ui/*.ts*",
    "../features/{today,auth}/*.ts*",
    "!../**/*.test.ts",
    "!../features/auth/Mail.tsx",
    "!../features/today/KeepSafe.tsx",
  ],
  { query: "?raw", import: "default", eager: true },
);

test("the shell, Vandaag and signing in use only words that are there from the start", () => {
  const missing = Object.entries(sources).flatMap(([path, source]) =>
    partsIn(source).flatMap((part) => (part in nl ? [] : [`${path}: ${part}`])),
  );

  expect(missing).toEqual([]);
});

/** `t().today…`, and `const { today, moments } = t()`. */
function partsIn(source: string): string[] {
  const direct = [...source.matchAll(/\bt\(\)\.(\w+)/g)].map(([, part]) => part ?? "");
  const taken = [...source.matchAll(/\{([^{}]+)\} = t\(\)(?!\.)/g)].flatMap(([, parts]) => parts?.split(",") ?? []);
  return [...direct, ...taken.map((part) => part.split(":")[0]?.trim() ?? "")].filter(Boolean);
}
