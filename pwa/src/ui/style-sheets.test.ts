/** The two habits of our style sheets: a sheet speaks only of its own class, and a feature uses tokens. */
import { expect, test } from "vitest";

const sheets = import.meta.glob<string>("../**/*.css", { query: "?raw", import: "default", eager: true });
const GLOBAL = /\/(tokens|reset|layers|fonts)\.css$/;
const components = Object.entries(sheets).filter(([path]) => !GLOBAL.test(path));
const features = components.filter(([path]) => path.includes("/features/"));

test("every rule of a style sheet is nested in the class its file is named after, inside its layer", () => {
  const astray = components.flatMap(([path, css]) => {
    const name = /(\w+)\.css$/.exec(path)?.[1];
    const layer = path.includes("/features/") ? "feature" : "ui";
    const outer = blocks(bare(css));
    const inner = outer.flatMap(({ body }) => blocks(body));
    const fits =
      outer.every(({ head }) => head === `@layer ${layer}`) && inner.every(({ head }) => head === `.${name}`);
    return fits ? [] : [path];
  });

  expect(components.length).toBeGreaterThan(20);
  expect(astray).toEqual([]);
});

test("a feature uses tokens, never a raw colour or pixel size", () => {
  const RAW = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|color)\(|\b\d*\.?\d+px\b/i;

  const raw = features.flatMap(([path, css]) => {
    const line = bare(css)
      .split("\n")
      .find((each) => RAW.test(each));
    return line ? [`${path}: ${line.trim()}`] : [];
  });

  expect(raw).toEqual([]);
});

const bare = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, "");

/** The blocks on the outermost level: what stands before each brace, and what is in it. */
function blocks(css: string): { head: string; body: string }[] {
  const found: { head: string; body: string }[] = [];
  for (let start = 0, open = css.indexOf("{"); open >= 0; open = css.indexOf("{", start)) {
    const end = closing(css, open);
    found.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, end) });
    start = end + 1;
  }
  return found;
}

function closing(css: string, open: number): number {
  for (let at = open, depth = 0; at < css.length; at++) {
    if (css[at] === "{") depth++;
    if (css[at] === "}" && --depth === 0) return at;
  }
  throw new Error("a brace is never closed");
}
