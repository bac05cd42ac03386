import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { isolationHeaders } from "../../tooling/vite/isolation-headers.mjs";

export default defineConfig({
  plugins: [react(), isolationHeaders()],
  build: {
    target: "es2022",
    sourcemap: true,
    // A worker or worklet in a data: URL has neither the origin nor the headers that it needs.
    assetsInlineLimit: 0,
  },
  worker: { format: "es" },
});
