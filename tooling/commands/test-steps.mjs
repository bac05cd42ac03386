import path from "node:path";
import { CACHE } from "./paths.mjs";
import { runNode } from "./run.mjs";
import { turbo } from "./setup.mjs";
import { playwrightCounts, vitestCounts } from "./test-reports.mjs";

/**
 * @typedef {{ passed: number, failed: number, flaky?: number }} Counts - `flaky`: of those that passed, the ones that did so at the second try only.
 *
 * @typedef {object} StepContext
 * @property {NodeJS.ProcessEnv} env - In which the repository's tools run.
 * @property {string} reports - Folder for the runners' reports.
 *
 * @typedef {object} Step
 * @property {string} name - For `--only`.
 * @property {string} title
 * @property {boolean} needsBuild
 * @property {(context: StepContext) => Promise<Counts>} run
 */

/** @type {readonly Step[]} */
export const STEPS = [
  {
    name: "lint",
    title: "ESLint",
    needsBuild: true,
    run: ({ env }) => whole(runNode("node_modules/eslint/bin/eslint.js", [".", "--max-warnings=0", "--cache", "--cache-strategy=content", "--cache-location", path.join(CACHE, "eslint")], { env })),
  },
  {
    name: "types",
    title: "TypeScript in every package, its tests and the tooling",
    needsBuild: true,
    run: async ({ env }) => add(await whole(turbo(env, ["typecheck"])), await whole(runNode("node_modules/typescript/bin/tsc", ["-p", "tooling/tsconfig.json"], { env }))),
  },
  {
    name: "rules",
    title: "who imports whom",
    needsBuild: false,
    run: ({ env }) => whole(runNode("tooling/rules/check-imports.mjs", [], { env })),
  },
  {
    name: "unused",
    title: "unused files, exports and dependencies",
    needsBuild: false,
    run: ({ env }) => whole(runNode("node_modules/knip/bin/knip.js", ["--config", "tooling/knip.json", "--no-progress", "--no-config-hints"], { env })),
  },
  {
    name: "packages",
    title: "publint and attw on the packed packages, size of the plugins' workers",
    needsBuild: true,
    run: ({ env }) => whole(runNode("tooling/pack/lint-packages.mjs", [], { env })),
  },
  {
    name: "unit",
    title: "unit tests",
    needsBuild: false,
    run: async ({ env, reports }) => {
      const report = path.join(reports, "unit.json");
      const { code } = await runNode("node_modules/vitest/vitest.mjs", ["run", "--project", "unit", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], { env });
      return vitestCounts(report, code);
    },
  },
  {
    name: "browser",
    title: "tests in Chromium",
    needsBuild: true,
    run: (context) => playwright(context, "browser", ["--project=packages", "--project=mixer"]),
  },
  {
    name: "pack",
    title: "the packed packages in an empty project",
    needsBuild: true,
    run: (context) => playwright(context, "pack", ["--project=pack"]),
  },
];

/**
 * @param {StepContext} context
 * @param {string} name
 * @param {readonly string[]} projects
 */
async function playwright({ env, reports }, name, projects) {
  const report = path.join(reports, `${name}.json`);
  const { code } = await runNode("node_modules/@playwright/test/cli.js", ["test", "--config=tooling/browser", "--reporter=line,json", ...projects], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  return playwrightCounts(report, code);
}

/**
 * A check that passes or fails as a whole.
 * @param {Promise<{ code: number }>} ended
 * @returns {Promise<Counts>}
 */
async function whole(ended) {
  const { code } = await ended;
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}
