import { defineConfig } from "vitest/config";
import { assemblyScript } from "./packages/vite/src/assembly-script.js";

export default defineConfig({
  // As the projects of plugins have it, whose templates are tested here.
  plugins: [assemblyScript()],
  ssr: { resolve: { conditions: ["@headroom/source", "module", "node", "import"] } },
  resolve: { conditions: ["@headroom/source", "module", "node", "import"] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{packages,plugins,apps,examples,tooling}/**/*.test.{ts,tsx,mjs}"],
          exclude: ["**/node_modules/**", "**/dist/**", "**/template/**", "**/.scaffolds/**", "**/*.browser.test.ts"],
          environment: "node",
          // Tests assert nothing about time; this only ends what hangs, also on a machine that is busy with other things.
          testTimeout: 60_000,
          setupFiles: ["tooling/unit/property-seed.mjs"],
        },
      },
    ],
  },
});
