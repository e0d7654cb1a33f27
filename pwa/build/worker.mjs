/** After the app: its service worker, with the list of every file to keep on the device; then each file a second time, in brotli. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "vite";

/** Not on the device: the worker itself, what stores and launchers show, and what only the build looks at. */
const STAYS_BEHIND = [/^sw\.js$/, /^screenshots\//, /^\.vite\//, /\.(map|br)$/, /^icons\/(maskable|monochrome|shortcut)/];
/** Rolldown puts eight letters of the content's hash before the ending: such a file never changes. */
const HASHED = /^assets\/.*-[\w-]{8}\.\w+$/;
const COMPRESSED = /\.(js|css|html|svg|webmanifest)$/;

/** @returns {import("vite").Plugin} */
export function serviceWorker() {
  let dist = "dist";
  return {
    name: "service-worker",
    apply: "build",
    configResolved(config) {
      dist = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      await buildWorker(dist, precacheOf(dist));
      for (const name of filesIn(dist)) if (COMPRESSED.test(name)) compress(join(dist, name));
    },
  };
}

function buildWorker(dist, precache) {
  return build({
    configFile: false,
    logLevel: "warn",
    define: { __PRECACHE__: JSON.stringify(precache), "process.env.NODE_ENV": '"production"' },
    publicDir: false,
    build: {
      outDir: dist,
      emptyOutDir: false,
      rolldownOptions: { input: "service-worker/sw.ts", output: { format: "iife", entryFileNames: "sw.js", codeSplitting: false } },
      modulePreload: false,
    },
  });
}

function precacheOf(dist) {
  const names = filesIn(dist).filter((name) => !STAYS_BEHIND.some((pattern) => pattern.test(name)));
  return names.map((name) => ({ url: `/${name}`, revision: HASHED.test(name) ? null : revisionOf(join(dist, name)) }));
}

function filesIn(dist) {
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => relative(dist, join(entry.parentPath, entry.name)));
  return files.map((name) => name.split(sep).join("/")).sort();
}

const revisionOf = (path) => createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 16);

function compress(path) {
  const text = readFileSync(path);
  writeFileSync(`${path}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}
