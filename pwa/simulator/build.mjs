/** `node simulator/build.mjs FOLDER`: main.mjs and page.js; with names of planted bugs after it a page-<bug>.js for each. */
import { writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { bugs } from "./bugs.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
/** A file of a hundred bytes has several pieces then: the server of the crossing cuts alike. */
const SMALL_PIECES = { file: "store/pieces.ts", is: "524_288", becomes: "64" };
const [, , folder, ...names] = process.argv;

if (names.length > 0) await Promise.all(names.map((name) => written(`page-${name}.js`, page(bugs[name]))));
else await Promise.all([main(), written("page.js", page())]);

async function written(name, code) {
  writeFileSync(join(folder, name), await code);
}

function main() {
  const output = { format: "es", entryFileNames: "main.mjs", codeSplitting: false };
  const options = { outDir: folder, emptyOutDir: false, ssr: join(here, "main.mjs"), rolldownOptions: { output } };
  return build({ ...common(), ssr: { noExternal: true }, build: options });
}

async function page(bug) {
  const lib = { entry: join(here, "page.ts"), formats: ["iife"], name: "Page" };
  const options = { write: false, minify: false, target: "es2022", lib };
  const plugins = [SMALL_PIECES, ...(bug ? [bug] : [])].map(planted);
  const [{ output }] = await build({ ...common(), plugins, build: options });
  return output[0].code;
}

function common() {
  return { root: join(here, ".."), configFile: false, logLevel: "warn", publicDir: false };
}

/** The text of a bug in place of the client's own, which must be there exactly once. */
function planted({ file, is, becomes }) {
  let done = 0;
  return {
    name: "planted-bug",
    enforce: "pre",
    transform(code, id) {
      if (!id.split(sep).join("/").endsWith(`/src/${file}`)) return undefined;
      if (code.split(is).length !== 2) throw new Error(`src/${file} has no longer just one ${is}`);
      done++;
      return code.replace(is, () => becomes);
    },
    buildEnd() {
      if (done !== 1) throw new Error(`src/${file} is no part of a page`);
    },
  };
}
