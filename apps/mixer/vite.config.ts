import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { isolationHeaders } from "@headroom/vite";
import { rawBundles } from "../../tooling/vite/raw-bundles.mjs";

/** Pages beside the mixer, each in a folder of its own. */
const PAGES = ["listen", "faults"];

// Each is a build of its own (`--mode listen`), after the mixer's: in one build they would share chunks, and the mixer would
// load more than it needs.
export default defineConfig(({ mode }) => ({
  plugins: [react(), isolationHeaders(), rawBundles()],
  build: {
    target: "es2022",
    sourcemap: true,
    // A worker or worklet in a data: URL has neither the origin nor the headers that it needs.
    assetsInlineLimit: 0,
    ...(PAGES.includes(mode) && { emptyOutDir: false, assetsDir: `${mode}/assets`, rolldownOptions: { input: `${mode}/index.html` } }),
  },
  worker: { format: "es" },
}));
