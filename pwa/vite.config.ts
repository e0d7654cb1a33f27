/** How the app is bundled: Preact's JSX, icons as paths, and after it the service worker with its list of files. */
import { defineConfig } from "vite";
import { iconPaths } from "./build/icons.mjs";

export default defineConfig({
  plugins: [iconPaths()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
