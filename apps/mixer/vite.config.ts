import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { isolationHeaders } from "@headroom/vite";
import { rawBundles } from "../../tooling/vite/raw-bundles.mjs";

// The listening page is a build of its own (`--mode listen`), after the mixer's: in one build both would share chunks, and
// the mixer would load more than it needs.
export default defineConfig(({ mode }) => ({
  plugins: [react(), isolationHeaders(), rawBundles()],
  build: {
    target: "es2022",
    sourcemap: true,
    // A worker or worklet in a data: URL has neither the origin nor the headers that it needs.
    assetsInlineLimit: 0,
    ...(mode === "listen" && { emptyOutDir: false, assetsDir: "listen/assets", rolldownOptions: { input: "listen/index.html" } }),
  },
  worker: { format: "es" },
}));
