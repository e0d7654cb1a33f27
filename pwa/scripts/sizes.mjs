/**
 * What a phone loads before the first page stands, in brotli: the app, the Dutch words and the heavier of the two first pages. `npm run sizes` after a
 * build compares it with the budget in sizes.json and writes down what it found; over budget it fails.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const PWA = join(import.meta.dirname, "..");
const DIST = join(PWA, "dist");
/** What is loaded before the first page stands, by what that page is. */
const FIRST = [
  ["index.html", "src/i18n/nl.ts", "src/features/today/Today.tsx"],
  ["index.html", "src/i18n/nl.ts", "src/features/auth/SignIn.tsx"],
];

const manifest = JSON.parse(readFileSync(join(DIST, ".vite/manifest.json"), "utf8"));
const { budget } = JSON.parse(readFileSync(join(PWA, "sizes.json"), "utf8"));

const chunks = (name, found = new Set()) => {
  const chunk = manifest[name];
  if (!chunk || found.has(name)) return found;
  found.add(name);
  for (const other of chunk.imports ?? []) chunks(other, found);
  return found;
};

const brotli = (file) => brotliCompressSync(readFileSync(join(DIST, file))).length;
const total = (files) => [...new Set(files)].reduce((sum, file) => sum + brotli(file), 0);

function firstLoad(names) {
  const needed = names.flatMap((name) => [...chunks(name)]).map((name) => manifest[name]);
  return total(needed.map(({ file }) => file));
}

function precached() {
  const files = readdirSync(DIST, { recursive: true }).filter((name) => !/\.(br|map)$|^\.vite|^sw\.js/.test(name));
  return files.map((name) => statSync(join(DIST, name))).reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}

const found = {
  script: Math.max(...FIRST.map(firstLoad)),
  style: total(readdirSync(join(DIST, "assets")).flatMap((name) => (name.endsWith(".css") ? [`assets/${name}`] : []))),
  worker: brotli("sw.js"),
  dist: precached(),
};
writeFileSync(join(PWA, "sizes.json"), `${JSON.stringify({ budget, found }, null, 2)}\n`);
console.log(FIRST.map((names) => `${names.at(-1)}: ${firstLoad(names)} B`).join("\n"));
console.log(`first load: ${found.script} B of script (budget ${budget.script}), ${found.style} B of style; worker ${found.worker} B; all files ${found.dist} B`);
if (found.script > budget.script) {
  console.error(`over budget by ${found.script - budget.script} B: what is not needed for the first page belongs behind an import()`);
  process.exit(1);
}
