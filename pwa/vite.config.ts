/** How the app is bundled: Preact's JSX, icons as paths, and after it the service worker with its list of files. */
import { defineConfig } from "vitest/config";
import { iconPaths } from "./build/icons.mjs";
import { serviceWorker } from "./build/worker.mjs";

export default defineConfig({
  plugins: [iconPaths(), serviceWorker()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    manifest: true, // scripts/sizes.mjs reads from it what the first load needs
    assetsInlineLimit: 0, // the strict CSP allows no data: addresses
    cssCodeSplit: false, // one small sheet: no page is ever drawn without its own
    modulePreload: false, // every chunk is on the device already
  },
  test: { css: true }, // the tests of the style sheets read them
  // The Host stays as it is: the server refuses a writing request whose Origin is another.
  server: { proxy: { "/api": { target: "http://localhost:8000", changeOrigin: false } } },
});
